/** The worker: wires sources to the journal and the journal to pages. Listeners are registered at once. */
import type { Report } from '../core/audit/report.ts';
import { keyOf } from '../core/recording/keys.ts';
import type { Recording, Site } from '../core/recording/recording.ts';
import { siteOf } from '../core/recording/sites.ts';
import { siteOfHost } from '../core/site/site.ts';
import { browserKind, native } from '../platform/native.ts';
import { guardMessage, isOwnPage } from '../protocol/guard.ts';
import type { Call, CallResult, TabState } from '../protocol/port.ts';
import { accessTo } from './access.ts';
import { createBadge } from './badge.ts';
import { createChoices } from './choices.ts';
import { createHub } from './hub.ts';
import { createJarReader } from './jar-reader.ts';
import { createJournal } from './journal.ts';
import { createLive } from './live.ts';
import { loadPart } from './on-demand/load.ts';
import { createRecorder } from './recorder.ts';
import { createReplayer } from './replay.ts';
import { createReplayRequests } from './replay-request.ts';
import { listenForSamples } from './sample-port.ts';
import { createSampleRequests } from './sample-request.ts';
import { listenToCookies } from './sources/cookie-store.ts';
import { listenToNavigations, presentFrames } from './sources/web-navigation.ts';
import { listenToRequests } from './sources/web-request.ts';
import { createTabs, NO_TAB } from './tabs.ts';

const now = () => Date.now();
const randomHex = (octets: number) =>
  [...crypto.getRandomValues(new Uint8Array(octets))]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');

const tabs = createTabs();
const journal = createJournal({
  storage: native.storage.session,
  now,
  newEpoch: () => randomHex(8),
  onCut(tabId) {
    live.forget(tabId);
    if (journal.tab(tabId)?.watched) loadAgain(tabId);
    hub.resend(tabId);
  },
});
const live = createLive(journal);
const loadAgain = (tabId: number) => {
  live.get(tabId).catch((error) => console.error('Crumbtrail: journal', String(error)));
};

const recorder = createRecorder({
  journal,
  live,
  tabs,
  now,
  browser: browserKind,
  randomKey: () => randomHex(16),
  joinsLate: (tabId) => void recordFrames(tabId),
  recorded(tab, entry) {
    const { tabId } = tab;
    const { fact } = entry;
    hub.delta(tabId, entry);
    if (fact.kind !== 'jar' && fact.kind !== 'tab') badge.touch(tabId);
    if (fact.kind === 'navigation' && fact.parentFrameId < 0 && fact.lifecycle === undefined) {
      tabs.saw(tabId, fact.url);
      void tabs.describe(tabId).then(() => hub.refreshState(tabId));
      if (!tab.keep && fact.sameDocument === undefined && fact.found === undefined) void startOver(tabId);
    }
    if (tab.watched && concernsStore(tabId, fact.kind)) jar.soon(tabId);
  },
});

/** Sites seen for the first time and lines that wait for the store's word. */
const sitesSeen = new Map<number, number>();
function concernsStore(tabId: number, kind: string): boolean {
  const recording = live.peek(tabId);
  if (recording === undefined) return false;
  const before = sitesSeen.get(tabId) ?? 0;
  sitesSeen.set(tabId, recording.sites.size);
  if (recording.sites.size > before) return true;
  const { refused, unconfirmed } = recording.index;
  // Of a refused line the store tells nothing by itself.
  return kind === 'page-done' ? refused.size + unconfirmed.size > 0 : kind === 'response' && refused.size > 0;
}

const jar = createJarReader({
  recordingOf: live.get,
  storeOf: (tabId) => tabs.info(tabId)?.storeId ?? null,
  record: recorder.record,
  now,
});

const started = Promise.all([journal.ready, tabs.known]);
// At once: an earlier worker may have left its rule behind.
const replayRequests = createReplayRequests();
const sampleRequests = createSampleRequests(randomHex);
const requests = listenToRequests(recorder.record, (...answer) => {
  replayRequests.answered(...answer);
  sampleRequests.answered(...answer);
});
listenToNavigations(recorder.record);
const store = listenToCookies((storeId, fact) => {
  const site = siteOfHost(fact.cookie.domain) as Site;
  const tell = (tabId: number, recording: Recording | null) => {
    if (!recording?.sites.has(site)) return;
    // The first half of an update says what was there before: nothing new, and nearly half of all facts in a storm.
    if (fact.cause === 'overwrite' && recording.cookies.has(keyOf(fact.cookie))) return;
    recorder.record(tabId, fact);
  };
  // The very change that woke the worker comes before anything is known; after a cut the recording is read anew.
  void started.then(() => {
    for (const tabId of tabs.inStore(storeId)) {
      if (!journal.tab(tabId)?.watched) continue;
      const recording = live.peek(tabId);
      if (recording === undefined) void live.get(tabId).then((read) => tell(tabId, read));
      else tell(tabId, recording);
    }
  });
}, now);

/** Unknown at first: an earlier worker may have been watching, and its events must not be missed. */
watchAll(true);

function watchAll(on: boolean): void {
  requests.watch(on);
  store.watch(on);
}

function updateWatching(): void {
  watchAll([...journal.tabs()].some((tab) => tab.watched));
}

/** Pages of an earlier worker come back within seconds; who does not is gone. */
const REATTACH_WITHIN_MS = 15_000;
void journal.ready.then(() => {
  updateWatching();
  const before = [...journal.tabs()].filter((tab) => tab.watched);
  for (const tab of before) loadAgain(tab.tabId);
  if (before.length === 0) return;
  setTimeout(() => {
    for (const tab of before) setWatched(tab.tabId);
  }, REATTACH_WITHIN_MS);
});

// Tabs that were closed while no worker could hear of it.
void started.then(([, isKnown]) => {
  for (const { tabId } of isKnown ? [...journal.tabs()] : []) {
    const isOld = journal.inherited(tabId) !== undefined;
    if (isOld && tabId !== NO_TAB && tabs.info(tabId) === undefined) journal.close(tabId);
  }
});

function setWatched(tabId: number): void {
  const tab = journal.tab(tabId);
  if (tab === undefined) return;
  const watched = hub.isWatched(tabId);
  if (tab.watched === watched) return;
  tab.watched = watched;
  journal.touch(tab);
  updateWatching();
}

/** Makes sure that there is a recording of the tab that knows its frames and its cookies. */
async function begin(tabId: number): Promise<void> {
  await journal.ready;
  if ((await tabs.describe(tabId)) === null && journal.tab(tabId) === undefined) return;
  recorder.begin(tabId);
  const recording = await live.get(tabId);
  if (recording !== null && !recording.frames.has(0)) {
    await recordFrames(tabId);
  }
}

async function recordFrames(tabId: number): Promise<void> {
  if (tabId < 0) return;
  for (const fact of await presentFrames(tabId, now()).catch(() => [])) recorder.record(tabId, fact);
}

const hub = createHub({
  journal,
  now,
  async begin(tabId) {
    await begin(tabId);
    setWatched(tabId);
    jar.read(tabId).catch((error) => console.error('Crumbtrail: cookie store', String(error)));
  },
  watchersChanged: setWatched,
  async takeBack(tabId, entries) {
    const tab = journal.tab(tabId);
    if (tab === undefined || !(await journal.takeBack(tab, entries))) return false;
    live.forget(tabId);
    await live.get(tabId);
    return true;
  },
  call,
  stateOf,
});

const badge = createBadge({
  async reportOf(tabId) {
    // The store is read once, then the lines tell: a reading for each change would cost more than it shows.
    const recording = await live.get(tabId);
    return recording?.jarReadAt == null ? reportOf(tabId) : report(recording);
  },
  siteOfTab(tabId) {
    const url = tabs.info(tabId)?.url;
    return url ? siteOf(url) : null;
  },
});

const replayer = createReplayer({
  requests: replayRequests,
  async planFor(tabId, question) {
    await jar.read(tabId);
    const recording = await live.get(tabId);
    await choices.ready;
    if (recording === null) return null;
    return (await loadPart()).replayPlan(recording, question, { now: now(), ...choices.options });
  },
  hasAccess: async (url) => (await accessTo(url)).access === 'granted',
  record: recorder.record,
  tell: (tabId, progress) => hub.replay(tabId, progress),
  now,
  randomHex,
});

listenForSamples({
  requests: sampleRequests,
  async isOffered(order) {
    await journal.ready;
    const recording = await live.get(order.tabId);
    return recording !== null && (await loadPart()).offersSample(recording, order);
  },
  hasAccess: async (url) => (await accessTo(url)).access === 'granted',
  now,
});

const choices = createChoices(() => badge.touchAll());

async function call(tabId: number, { method, ...rest }: Call): Promise<CallResult> {
  await journal.ready;
  const tab = recorder.begin(tabId);
  const asked = { method, ...rest } as Call;
  switch (asked.method) {
    case 'record':
      recorder.pause(tab, !asked.on);
      // The page may be another one by now.
      if (asked.on) await recordFrames(tabId);
      break;
    case 'keep':
      tab.keep = asked.on;
      journal.touch(tab);
      break;
    case 'clear':
      await journal.clear(tab, tab.seq, 'cleared');
      break;
    case 'refresh':
      break;
    case 'replay':
      return replayer.start(tabId, asked);
    case 'stop-replay':
      replayer.stop(tabId);
      break;
    case 'mark':
      recorder.record(tabId, { kind: 'mark', at: now(), mark: asked.mark, text: asked.text });
      break;
  }
  if (asked.method === 'refresh' || (asked.method === 'record' && asked.on)) await jar.read(tabId);
  hub.refreshState(tabId);
  return { ok: true };
}

/** Everything before the page's newest load goes. */
async function startOver(tabId: number): Promise<void> {
  const recording = await live.get(tabId);
  const tab = journal.tab(tabId);
  if (recording === null || tab === undefined) return;
  const load = [...recording.requests.values()].findLast(
    ({ type, hop }) => type === 'main_frame' && hop === 0,
  );
  if (load !== undefined) await journal.clear(tab, load.seq - 1, 'navigation');
}

async function stateOf(tabId: number): Promise<TabState> {
  const info = await tabs.describe(tabId);
  const tab = journal.tab(tabId);
  return {
    tabId,
    ...(await accessTo(info?.url ?? null)),
    recording: tab?.recording ?? true,
    keep: tab?.keep ?? true,
    incognito: info?.incognito ?? false,
  };
}

async function reportOf(tabId: number): Promise<Report | null> {
  await choices.ready;
  await begin(tabId);
  await jar.read(tabId);
  const recording = await live.get(tabId);
  return recording === null ? null : report(recording);
}

async function report(recording: Recording): Promise<Report> {
  return (await loadPart()).report(recording, { now: now(), ...choices.options });
}

const own = { id: native.runtime.id, root: native.runtime.getURL('') };
native.runtime.onMessage.addListener((data: unknown, sender, reply) => {
  const message = isOwnPage(sender, own) ? guardMessage(data) : null;
  if (message === null) return false;
  reportOf(message.tabId)
    .then(async (report) => (await loadPart()).fullReport(report))
    .then(reply, (error) => reply({ error: String(error) }));
  return true;
});

// Pages of the browser cause no event of webNavigation.
native.tabs.onUpdated.addListener((tabId, { status }) => {
  if (status === 'complete' && hub.isWatched(tabId))
    void tabs.describe(tabId).then(() => hub.refreshState(tabId));
});
native.tabs.onRemoved.addListener((tabId) => {
  tabs.gone(tabId);
  jar.forget(tabId);
  live.forget(tabId);
  sitesSeen.delete(tabId);
  void journal.ready.then(() => journal.close(tabId));
});
native.permissions.onAdded.addListener(() => hub.refreshAllStates());
native.permissions.onRemoved.addListener(() => hub.refreshAllStates());
