/** The replays of a recording with what they show, and which of several counts. */
import type { RecordedReplay, Replay } from '../../recording/fact.ts';
import type { Recording, Site } from '../../recording/recording.ts';
import { siteOf } from '../../recording/sites.ts';
import { judgeReplay, type ReplayJudgement } from './judge.ts';

export interface JudgedReplay extends RecordedReplay {
  readonly judgement: ReplayJudgement;
}

/** A server may take some seconds to forget a session. */
export const FORGETS_MS = 10_000;

/** Of one site, oldest first. */
export function replaysOf(recording: Recording, site: Site): readonly JudgedReplay[] {
  return recording.replays
    .filter(({ url }) => siteOf(url) === site)
    .map((replay) => ({ ...replay, judgement: judgeReplay(replay) }));
}

/** Those about one ID at one logout or login. */
export function replaysAbout(
  replays: readonly JudgedReplay[],
  { what, flow }: Pick<Replay, 'what' | 'flow'>,
  cookie: string | undefined,
  fingerprint: string,
): readonly JudgedReplay[] {
  return replays.filter(
    (replay) =>
      replay.what === what &&
      replay.flow === flow &&
      replay.ids.some((id) => id.fingerprint === fingerprint && id.cookie === (cookie ?? '')),
  );
}

/**
 * What counts of several observations of one ID: alive after the time that a server may take to forget, else the newest.
 * @param end when the logout or login was done.
 */
export function lastWord<T extends { readonly at: number }>(
  seen: readonly T[],
  isAlive: (each: T) => boolean,
  end: number,
): T | null {
  const late = seen.find((each) => isAlive(each) && each.at - end >= FORGETS_MS);
  if (late !== undefined) return late;
  let newest: T | null = null;
  for (const each of seen) if (newest === null || each.at >= newest.at) newest = each;
  return newest;
}
