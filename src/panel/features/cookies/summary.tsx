import { CircleX } from 'lucide';
import { formatNumber, t, tn } from '../../../platform/i18n.ts';
import { Button } from '../../../ui/button.tsx';
import { formatBytes } from '../../../ui/bytes.ts';
import { Footer } from '../../parts/footer.tsx';
import { jump } from '../../store.ts';
import type { CookiesModel } from './model.ts';

export function CookiesFooter({ model }: { readonly model: CookiesModel }) {
  const { shown, present, gone, rejected, bytes } = model.summary.value;
  const all = present + gone + rejected;
  return (
    <Footer>
      {shown < all && <span>{t('count_of', formatNumber(shown), formatNumber(all))}</span>}
      <span>{tn('count_present', present)}</span>
      {gone > 0 && <span>{tn('count_gone', gone)}</span>}
      {rejected > 0 && <span>{tn('count_never_stored', rejected)}</span>}
      <span>{formatBytes(bytes)}</span>
      <Refused model={model} />
    </Footer>
  );
}

/** Cookies that the browser refused are in no list of cookies: the way to where they are told. */
function Refused({ model }: { readonly model: CookiesModel }) {
  const refused = model.refused.value;
  if (refused === 0) return null;
  return (
    <Button
      kind="link"
      icon={CircleX}
      onPress={() => jump(model.store, { kind: 'verdict', verdict: 'rejected' })}
    >
      {tn('count_refused', refused)}
    </Button>
  );
}
