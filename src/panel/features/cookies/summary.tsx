import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { formatBytes } from '../../../ui/bytes.ts';
import { Footer } from '../../parts/footer.tsx';
import type { CookiesModel } from './model.ts';

export function CookiesFooter({ model }: { readonly model: CookiesModel }) {
  const { shown, present, gone, rejected, bytes } = model.summary.value;
  const all = present + gone + rejected;
  if (all === 0) return null;
  return (
    <Footer>
      {shown < all && <span>{t('count_of', formatNumber(shown), formatNumber(all))}</span>}
      <span>{tn('count_present', present)}</span>
      {gone > 0 && <span>{tn('count_gone', gone)}</span>}
      {rejected > 0 && <span>{tn('count_never_stored', rejected)}</span>}
      <span>{formatBytes(bytes)}</span>
    </Footer>
  );
}
