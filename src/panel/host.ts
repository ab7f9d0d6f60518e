/** Where the panel lives: inside DevTools, or as a page of its own (`?tabId=N`). */
import { browser } from '../platform/browser.ts';
import type { PortLike } from '../platform/reconnecting-port.ts';
import { PORT_NAME } from '../protocol/port.ts';

export interface Host {
  readonly tabId: number;
  connect(): PortLike;
  isFinal(error: unknown): boolean;
  reloadPage(): void;
  /** Asks the person for access; resolves to whether it was given. */
  requestAccess(origins: readonly string[]): Promise<boolean>;
  /** Asks the person to let us put scripts into pages; only in answer to a click. */
  requestScripting(): Promise<boolean>;
  /** Opens a script in DevTools; null where that is not to be had. */
  readonly openSource: OpenSource | null;
  /** `dark` or `light` where DevTools says, null where the browser's preference holds. */
  theme(): 'dark' | 'light' | null;
  onTheme(listener: () => void): void;
}

/** Of a script, both count from 1. */
export type OpenSource = (place: {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}) => void;

/** Parts of the DevTools API that differ between browsers, or are newer than the types. */
interface DevtoolsApi {
  readonly inspectedWindow?: { readonly tabId: number; reload?(options: object): void };
  readonly panels?: {
    readonly themeName?: string;
    openResource?(url: string, line: number, column: number): void;
    setThemeChangeHandler?(listener: () => void): void;
    readonly onThemeChanged?: { addListener(listener: () => void): void };
  };
}

/** null where no tab can be told. */
export function browserHost(search: string): Host | null {
  const devtools = devtoolsApi();
  const asked = Number(new URLSearchParams(search).get('tabId') ?? Number.NaN);
  const tabId = Number.isInteger(asked) ? asked : devtools?.inspectedWindow?.tabId;
  if (tabId === undefined) return null;
  return {
    tabId,
    connect: () => browser.runtime.connect({ name: PORT_NAME }) as unknown as PortLike,
    isFinal: (error) => error instanceof Error && /context invalidated/i.test(error.message),
    reloadPage() {
      if (devtools?.inspectedWindow?.reload) devtools.inspectedWindow.reload({});
      else browser.tabs.reload(tabId).catch(() => undefined);
    },
    async requestAccess(origins) {
      try {
        return await browser.permissions.request({ origins: [...origins] });
      } catch {
        return false;
      }
    },
    async requestScripting() {
      try {
        return await browser.permissions.request({ permissions: ['scripting'] });
      } catch {
        // A click that the browser does not count as the person's own may use what was allowed before.
        return browser.permissions.contains({ permissions: ['scripting'] });
      }
    },
    openSource: sourceOpener(devtools),
    theme() {
      const name = devtools?.panels?.themeName;
      return name === 'dark' ? 'dark' : name === 'light' || name === 'default' ? 'light' : null;
    },
    onTheme(listener) {
      devtools?.panels?.setThemeChangeHandler?.(listener);
      devtools?.panels?.onThemeChanged?.addListener(listener);
    },
  };
}

/** Chromium alone has it; its lines and columns count from 0. */
function sourceOpener(devtools: DevtoolsApi | undefined): OpenSource | null {
  const panels = devtools?.panels;
  if (panels?.openResource === undefined) return null;
  return ({ url, line, column }) => panels.openResource?.(url, line - 1, column - 1);
}

/** The polyfill's `browser` lacks `devtools` in some builds of Firefox. */
function devtoolsApi(): DevtoolsApi | undefined {
  const api: { devtools?: unknown } = browser;
  return (api.devtools ?? globalThis.chrome?.devtools) as DevtoolsApi | undefined;
}
