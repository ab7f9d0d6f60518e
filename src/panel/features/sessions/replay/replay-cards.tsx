import { useMemo } from 'preact/hooks';
import type { Subject } from '../../../../core/audit/subject.ts';
import { analyseSessions } from '../../../../core/session/analysis.ts';
import { type ReplayOffer, replayOffers } from '../../../../core/session/replay/plan.ts';
import { usePanel } from '../../../panel.ts';
import type { ReplayModel } from './model.ts';
import { ReplayCard } from './replay-card.tsx';

interface ReplayCardsProps {
  readonly subject: Subject;
  readonly model: ReplayModel;
  /** Which logouts and logins; default: all of them. */
  readonly about?: (offer: ReplayOffer) => boolean;
}

/** A card for each logout and login of a site whose old ID can be asked about, the newest first; nothing where there is none. */
export function ReplayCards({ subject, model, about }: ReplayCardsProps) {
  const { now } = usePanel();
  const offers = useMemo(() => replayOffers(subject, now.peek()).toReversed(), [subject]);
  const { replays } = subject.shared(analyseSessions);
  return offers
    .filter((offer) => about === undefined || about(offer))
    .map((offer) => (
      <ReplayCard key={`${offer.what} ${offer.flow}`} offer={offer} replays={replays} model={model} />
    ));
}
