import { isKey } from '../../../../ui/keys.ts';
import { DELETE_KEYS } from '../../../keys/bindings.ts';
import { usePanel } from '../../../panel.ts';
import type { CookiesModel } from '../model.ts';
import { deleteCookies } from './actions.ts';
import { presentOf } from './targets.ts';

/** Of the table that has the focus: nothing is deleted by a key pressed elsewhere. */
export function useDeleteKey(model: CookiesModel): (event: KeyboardEvent) => boolean {
  const panel = usePanel();
  return (event) => {
    if (!isKey(event, DELETE_KEYS.cookies) && !isKey(event, DELETE_KEYS.other)) return false;
    const cookies = presentOf(model.targets.peek());
    if (cookies.length > 0 && !event.repeat) deleteCookies(panel, model, cookies);
    return true;
  };
}
