import { NO_EDIT, SEALED, SIGNED } from '../../../core/value/layer.ts';
import { t } from '../../../platform/i18n.ts';
import { formatName } from './format-names.ts';

/** Why a value's content cannot be edited, in a sentence. */
export function refusal(format: string, why: string): string {
  const name = formatName(format);
  if (why.endsWith(SIGNED)) return t('layers_no_edit_signed', name);
  if (why === SEALED) return t('layers_no_edit_sealed', name);
  if (why === NO_EDIT) return t('layers_no_edit_id', name);
  return t('layers_no_edit', name, why);
}
