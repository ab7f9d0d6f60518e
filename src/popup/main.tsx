/** The popup: asks, shows, and asks again while it is open. */
import '../ui/tokens.css';
import { render } from 'preact';
import { uiDirection, uiLanguage } from '../platform/i18n.ts';
import { openSettings } from '../platform/open-settings.ts';
import { askReport, openReport, requestAccess, tabView } from './ask.ts';
import { type PopupState, stateOfAnswer, stateOfTab } from './model.ts';
import { followTheme } from './theme.ts';
import { Popup } from './view.tsx';

const ASK_AGAIN_MS = 1500;

const root = document.getElementById('app');
// Before anything is drawn: dates are written in the page's language.
document.documentElement.lang = uiLanguage() ?? 'en';
document.documentElement.dir = uiDirection();
let tabId: number | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function show(state: PopupState): void {
  if (root === null) return;
  render(
    <Popup
      state={state}
      onOpen={() => tabId !== null && void openReport(tabId)}
      onAllow={() => void requestAccess().then(look)}
      onRetry={() => {
        show({ kind: 'loading' });
        void look();
      }}
      onSettings={() => {
        openSettings();
        window.close();
      }}
    />,
    root,
  );
}

async function look(): Promise<void> {
  clearTimeout(timer);
  show(await currentState());
  timer = setTimeout(() => void look(), ASK_AGAIN_MS);
}

async function currentState(): Promise<PopupState> {
  try {
    const tab = await tabView(location.search);
    tabId = tab?.tabId ?? null;
    const known = stateOfTab(tab);
    if (known !== null || tab?.url === undefined) return known ?? { kind: 'error' };
    return stateOfAnswer(await askReport(tab.tabId), tab.url);
  } catch {
    return { kind: 'error' };
  }
}

void followTheme();
// The shell in popup.html is replaced at once, so that the first paint is already ours.
root?.replaceChildren();
show({ kind: 'loading' });
void look();
