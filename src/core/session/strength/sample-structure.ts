/** What the form of several IDs gives away that one alone could have by chance. */
import { spread } from './budget.ts';
import { structureOfId } from './structure.ts';
import type { Structure } from './structure-type.ts';
import { TIME_FORMS, type TimeForm, timeIn, timeStructure } from './timestamp.ts';

const USED = 64;
const DAY = 86_400_000;
/** IDs of one sample were made within so many milliseconds of each other. */
const SPAN = 30 * DAY;
/** Numbers whose hash is tried for the first ID of a sample. */
const NUMBERS = 10_000;

/** The structure that all IDs have; null where there is none. */
export function structureOfSample(ids: readonly string[]): Structure | null {
  const used = spread(
    ids.filter((id) => id !== ''),
    USED,
  );
  const first = used[0];
  if (first === undefined) return null;
  const shared = sharedStructure(used) ?? hashOfNumber(first);
  if (shared !== null && shared.kind !== 'encoded-text') return shared;
  return timeInAll(used) ?? shared;
}

/** A counter may stand high by now: more numbers than for every ID are tried for one. */
function hashOfNumber(id: string): Structure | null {
  const structure = structureOfId(id, { numbers: NUMBERS });
  return structure?.kind === 'known-hash' ? structure : null;
}

function sharedStructure(ids: readonly string[]): Structure | null {
  const structures = ids.map((id) => structureOfId(id));
  const first = structures[0] ?? null;
  if (first === null || !structures.every((structure) => structure?.kind === first.kind)) return null;
  if (first.confidence !== 'tentative') return first;
  if (first.kind === 'object-id' && !isOneProcess(ids)) return null;
  const times = structures.flatMap((structure) => structure?.time ?? []);
  const isClose = times.length === ids.length && Math.max(...times) - Math.min(...times) <= SPAN;
  if (times.length === 0 || ids.length === 1) return first;
  if (!isClose) return null;
  return ids.length < 3 ? first : { ...first, confidence: ids.length < 5 ? 'firm' : 'certain' };
}

/** The five octets in the middle of an ObjectId stay the same for a process; after a mere clock they would differ each time. */
function isOneProcess(ids: readonly string[]): boolean {
  return new Set(ids.map((id) => id.slice(8, 18))).size <= Math.max(1, ids.length / 2);
}

/** A time at the same place of all IDs, in hex, base36 or decimal, of which single IDs would show nothing. */
function timeInAll(ids: readonly string[]): Structure | null {
  if (ids.length < 3) return null;
  for (const form of TIME_FORMS) {
    for (const place of ['first', 'last'] as const) {
      const rest = ids.map((id) => id.length - form.length);
      if (rest.some((length) => length < 0)) continue;
      const times = ids.map((id) =>
        timeIn(place === 'first' ? id.slice(0, form.length) : id.slice(-form.length), form),
      );
      const structure = closeTimes(
        times,
        form,
        rest.every((length) => length === 0),
      );
      if (structure !== null) return structure;
    }
  }
  return null;
}

function closeTimes(times: readonly (number | null)[], form: TimeForm, isWhole: boolean): Structure | null {
  const known = times.filter((time) => time !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  if (known.length !== times.length || most - least > DAY) return null;
  // Constant digits that happen to pass for a time are a prefix, no clock; a clock moves, in milliseconds nearly always.
  if (new Set(known).size < (form.unit === 'seconds' ? 2 : known.length / 2)) return null;
  return timeStructure(form, known[0] ?? 0, 'certain', isWhole ? 0 : null);
}
