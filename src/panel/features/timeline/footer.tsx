import { spanOf } from '../../../core/timeline/time-range.ts';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { duration, minutesWord } from '../../../ui/time.ts';
import { usePanel } from '../../panel.ts';
import { Footer } from '../../parts/footer.tsx';
import type { TimelineModel } from './model.ts';
import { endedAt } from './words.ts';

/** How many there are, how many end soon or have ended, and how much of time is on show. */
export function TimelineFooter({ model }: { readonly model: TimelineModel }) {
  const { endings } = usePanel();
  const all = model.all.value.length;
  const shown = model.bars.value;
  const now = model.now.value;
  const ended = shown.filter(({ bar }) => endedAt(bar, now) !== null).length;
  const sessions = shown.filter(({ bar }) => bar.end.kind === 'session').length;
  const soon = endings.soon.value.length;
  return (
    <Footer>
      {shown.length < all ? (
        <span>{t('count_of', formatNumber(shown.length), formatNumber(all))}</span>
      ) : (
        <span>{tn('count_present', all - ended)}</span>
      )}
      {soon > 0 && (
        <span>{t('timeline_count_soon', formatNumber(soon), minutesWord(model.store.horizon.value))}</span>
      )}
      {sessions > 0 && <span>{tn('timeline_count_session', sessions)}</span>}
      {ended > 0 && <span>{tn('timeline_count_ended', ended)}</span>}
      <Shown model={model} />
    </Footer>
  );
}

function Shown({ model }: { readonly model: TimelineModel }) {
  if (model.asTable.value || model.scale.value === 'log' || model.bars.value.length === 0) return null;
  const { range } = model.zoom.value;
  return <span>{t('timeline_on_show', duration(spanOf(range)))}</span>;
}
