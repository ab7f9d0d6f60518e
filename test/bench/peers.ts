/** Extensions to compare with, written into a temporary folder. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '../../src/protocol/version.ts';

export type Peers = {
  readonly idle: string;
  readonly empty: string;
  /** Crumbtrail with one page more, which opens the panel's port and draws nothing. */
  readonly crumbtrail: string;
  remove(): void;
};

const ALL = "{ urls: ['http://*/*', 'https://*/*'] }";

const EMPTY = `
chrome.webRequest.onHeadersReceived.addListener(() => {}, ${ALL}, ['responseHeaders', 'extraHeaders']);
chrome.webRequest.onSendHeaders.addListener(() => {}, ${ALL}, ['requestHeaders', 'extraHeaders']);
chrome.cookies.onChanged.addListener(() => {});
`;

const PORT_PAGE = `
const tabId = Number(new URLSearchParams(location.search).get('tabId'));
globalThis.newest = 0;
const port = chrome.runtime.connect({ name: 'crumbtrail/tab' });
port.onMessage.addListener((message) => { newest = message.entries?.at(-1)?.seq ?? newest; });
port.postMessage({ version: ${PROTOCOL_VERSION}, kind: 'attach', tabId, have: null });
`;

/** `built`: the folder of the built extension. */
export function makePeers(built: string): Peers {
  const root = mkdtempSync(join(tmpdir(), 'crumbtrail-peers-'));
  const peer = (name: string, worker: string) => {
    const folder = join(root, name);
    mkdirSync(folder);
    const manifest = {
      manifest_version: 3,
      name: `Bench ${name}`,
      version: '1',
      background: { service_worker: 'worker.js' },
      permissions: ['cookies', 'webRequest', 'webNavigation', 'storage'],
      host_permissions: ['http://*/*', 'https://*/*'],
    };
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'worker.js'), worker);
    return folder;
  };
  const crumbtrail = join(root, 'crumbtrail');
  cpSync(built, crumbtrail, { recursive: true });
  writeFileSync(join(crumbtrail, 'port.html'), '<!doctype html><script src="port.js"></script>');
  writeFileSync(join(crumbtrail, 'port.js'), PORT_PAGE);
  return {
    idle: peer('idle', ''),
    empty: peer('empty', EMPTY),
    crumbtrail,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
