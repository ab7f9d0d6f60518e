import { ServerCog } from 'lucide';
import { useState } from 'preact/hooks';
import type { JudgedReplay } from '../../../core/session/replay/judged.ts';
import type { ReplayOffer } from '../../../core/session/replay/plan.ts';
import { t } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { type ReplayModel, replaysOfOffer } from './replay/model.ts';
import { ReplayCard } from './replay/replay-card.tsx';

interface ReplayActionProps {
  readonly offer: ReplayOffer;
  readonly replays: readonly JudgedReplay[];
  readonly model: ReplayModel;
}

/** The question to the server: a button, until it is asked for or was answered. */
export function ReplayAction({ offer, replays, model }: ReplayActionProps) {
  const [open, setOpen] = useState(false);
  const isAsked = replaysOfOffer(offer, replays).length > 0;
  if (open || isAsked) return <ReplayCard offer={offer} replays={replays} model={model} />;
  return (
    <Button icon={ServerCog} onPress={() => setOpen(true)}>
      {t(offer.what === 'pre-logout' ? 'ask_server_logout' : 'ask_server_login')}
    </Button>
  );
}
