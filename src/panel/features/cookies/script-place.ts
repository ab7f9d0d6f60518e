import type { StackFrame } from '../../../core/recording/fact.ts';
import { t } from '../../../platform/i18n.ts';
import { urlParts } from '../../mask.ts';

/** `app.js:12:5`, and the whole address for a tooltip; what may be secret in an address is masked with the values. */
export function scriptPlace(
  { url, line, column }: StackFrame,
  showValues: boolean,
): { word: string; whole: string } {
  const { origin, path } = urlParts(url, showValues);
  const file = url === '' ? t('history_no_file') : path.slice(path.lastIndexOf('/') + 1) || path;
  return { word: `${file}:${line}:${column}`, whole: `${origin}${path}:${line}:${column}` };
}
