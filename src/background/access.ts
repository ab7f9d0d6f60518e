/** Whether a tab's page may be looked at: host permissions can be refused or taken back at any time. */
import { native } from '../platform/native.ts';
import type { TabState } from '../protocol/port.ts';

type Access = Pick<TabState, 'url' | 'page' | 'access' | 'askFor'>;

const EVERYWHERE = ['http://*/*', 'https://*/*'];

export async function accessTo(url: string | null): Promise<Access> {
  if (url === null || url === '') {
    // Without access the browser does not tell the URL; with access to all sites, only of a page that is none.
    const granted = await allowed(EVERYWHERE);
    if (granted) return { url: null, page: 'browser-page', access: 'granted', askFor: [] };
    return { url: null, page: 'unknown', access: 'missing', askFor: EVERYWHERE };
  }
  if (!/^https?:/.test(url)) return { url, page: 'browser-page', access: 'granted', askFor: [] };
  const granted = await allowed([`${new URL(url).origin.replace(/:\d+$/, '')}/*`]);
  return { url, page: 'inspectable', access: granted ? 'granted' : 'missing', askFor: EVERYWHERE };
}

async function allowed(origins: string[]): Promise<boolean> {
  try {
    return await native.permissions.contains({ origins });
  } catch {
    return false;
  }
}
