import type { CDPSession, Page } from 'playwright';
import { attachTarget, type TargetSession } from './cdp-target.ts';
import type { LaunchedChromium } from './chromium.ts';

export type DevToolsPanel = {
  /** Runs JavaScript in the panel's own document; promises are awaited, the result must be plain JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Until the expression is truthy in the panel; default 10 seconds. */
  waitFor(expression: string, timeout?: number): Promise<void>;
  /** PNG of the whole DevTools window. */
  screenshot(): Promise<Buffer>;
  /** Resizes DevTools, as a person who drags its window does (CSS pixels). */
  resize(width: number, height: number): Promise<void>;
  /** The theme DevTools has, as the panel sees it by `prefers-color-scheme`. */
  colorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** The session of the `devtools://` page itself, for what is not wrapped here. */
  readonly frontend: TargetSession;
  readonly panel: TargetSession;
  close(): Promise<void>;
};

type TargetInfo = { readonly targetId: string; readonly type: string; readonly url: string };

/**
 * Opens DevTools on the page and shows the extension's panel in it: the real one, also without a display.
 * `panelPath` is the document that `devtools.panels.create` was given.
 */
export async function openDevToolsPanel(
  browser: LaunchedChromium,
  page: Page,
  options: { readonly panelPath?: string; readonly docked?: boolean } = {},
): Promise<DevToolsPanel> {
  const { panelPath = '/src/panel/panel.html', docked = false } = options;
  const owner = browser.context.browser();
  if (owner === null) throw new Error('This context has no browser to ask for targets');
  const root = await owner.newBrowserCDPSession();
  const before = new Set((await targets(root)).map((target) => target.targetId));
  const pageTarget = await targetIdOf(browser, page);
  // Newer than Playwright's protocol types.
  const send: (method: string, params: object) => Promise<unknown> = root.send.bind(root) as never;
  await send('Target.openDevTools', { targetId: pageTarget });
  const frontendTarget = await until(
    async () =>
      (await targets(root)).find(
        (target) => !before.has(target.targetId) && target.url.startsWith('devtools://'),
      ),
    'DevTools did not open',
  );
  const frontend = await attachTarget(root, frontendTarget.targetId);
  await until(
    () => frontend.evaluate(showExtensionPanel(docked)),
    'DevTools shows no panel of the extension',
    20_000,
  );
  const isPanel = (target: TargetInfo) =>
    !before.has(target.targetId) &&
    target.url.startsWith(`chrome-extension://${browser.extensionId}${panelPath}`);
  const panelTarget = await until(
    async () => (await targets(root)).find(isPanel),
    'The panel has no document',
  );
  const panel = await attachTarget(root, panelTarget.targetId);
  await until(() => panel.evaluate("document.readyState === 'complete'"), 'The panel does not load');
  return {
    frontend,
    panel,
    evaluate: (expression) => panel.evaluate(expression),
    waitFor: async (expression, timeout) => {
      await until(() => panel.evaluate(expression), `Not so in the panel: ${expression}`, timeout);
    },
    screenshot: async () => {
      const answer = (await frontend.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
      return Buffer.from(answer.data, 'base64');
    },
    resize: async (width, height) => {
      await frontend.send('Emulation.setDeviceMetricsOverride', {
        width,
        height,
        deviceScaleFactor: 1,
        mobile: false,
      });
    },
    colorScheme: async (value) => {
      const features = [{ name: 'prefers-color-scheme', value }];
      await frontend.send('Emulation.setEmulatedMedia', { features });
      await panel.send('Emulation.setEmulatedMedia', { features });
    },
    close: async () => {
      await root.send('Target.closeTarget', { targetId: frontendTarget.targetId });
      await root.detach();
    },
  };
}

/**
 * DevTools in a window of its own: a picture of it then shows all of the panel and nothing of the page.
 * Extension tabs have an ID that begins with the extension's origin. True once one is there and shown.
 */
const showExtensionPanel = (docked: boolean) => `(async () => {
  const UI = await import('devtools://devtools/bundled/ui/legacy/legacy.js');
  const tab = UI.InspectorView.InspectorView.instance().tabbedPane.tabs
    .find((tab) => tab.id.startsWith('chrome-extension://'));
  if (tab === undefined) return false;
  if (!${docked}) await UI.DockController.DockController.instance().setDockSide('undocked');
  await UI.ViewManager.ViewManager.instance().showView(tab.id);
  return true;
})()`;

async function targets(root: CDPSession): Promise<readonly TargetInfo[]> {
  return (await root.send('Target.getTargets')).targetInfos;
}

async function targetIdOf(browser: LaunchedChromium, page: Page): Promise<string> {
  const session = await browser.context.newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

/** Asks again every 50 ms until the answer is truthy. An attempt that throws counts as "not yet". */
async function until<T>(ask: () => Promise<T>, complaint: string, timeout = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  let problem = '';
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      problem = `: ${String(error)}`;
    }
    if (Date.now() > end) throw new Error(`${complaint} within ${timeout} ms${problem}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
