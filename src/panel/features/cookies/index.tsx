import { cookieScope } from '../../search/cookie-scope.ts';
import type { Mount } from '../feature.ts';
import { CookiesActions } from './actions.tsx';
import { createCookiesModel } from './model.ts';
import { CookiesView } from './view.tsx';

export const mountCookies: Mount = (panel) => {
  const model = createCookiesModel(panel.store, () => panel.now.value);
  return {
    View: () => <CookiesView model={model} />,
    Actions: () => <CookiesActions model={model} />,
    search: cookieScope(panel, () => model.all.value),
  };
};
