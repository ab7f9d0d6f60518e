import { Cookie } from 'lucide';
import type { Feature } from '../feature.ts';
import { CookiesActions } from './actions.tsx';
import { createCookiesModel } from './model.ts';
import { CookiesView } from './view.tsx';

export const cookies: Feature = {
  id: 'cookies',
  label: 'tab_cookies',
  icon: Cookie,
  mount(panel) {
    const model = createCookiesModel(panel.store);
    return {
      View: () => <CookiesView model={model} />,
      Actions: () => <CookiesActions model={model} />,
    };
  },
};
