/** The worker: wires sources to the journal and the journal to pages. Listeners are registered at once. */
import { siteOf } from '../core/recording/sites.ts';
import { browserKind, native } from '../platform/native.ts';
import { accessTo } from './access.ts';
import { createBadge } from './badge.ts';
import { createCalls } from './calls.ts';
import { createChoices } from './choices.ts';
import { isFirstWorker } from './first-worker.ts';
import { createHub } from './hub.ts';
import { createJarReader } from './jar-reader.ts';
import { createJournal } from './journal/journal.ts';
import { createLimits } from './limits.ts';
import { createLive } from './live.ts';
import { loadPart } from './on-demand/load.ts';
import { createRecorder } from './recorder.ts';
import { createReplayer } from './replay.ts';
import { createReplayRequests } from './replay-request.ts';
import { createReports, listenForReportRequests } from './reports.ts';
import { listenForSamples } from './sample-port.ts';
import { createSampleRequests } from './sample-request.ts';
import { startScriptWatch } from './scripts/start.ts';
import { listenToNavigations } from './sources/web-navigation.ts';
import { listenToRequests } from './sources/web-request.ts';
import { listenToStoreChanges } from './store-changes.ts';
import { listenToTabs } from './tab-events.ts';
import { createTabRecording } from './tab-recording.ts';
import { createTabState } from './tab-state.ts';
import { createTabs } from './tabs.ts';
import { createWatching } from './watching.ts';
import { startWorkbench } from './workbench/start.ts';

const now = () => Date.now();
const randomHex = (octets: number) =>
  [...crypto.getRandomValues(new Uint8Array(octets))]
    .map((octet) => octet.toString(16).padStart(2, '0'))
    .join('');
const hasAccess = async (url: string) => (await accessTo(url)).access === 'granted';

const tabs = createTabs();
const { limits, ready: limitsReady } = createLimits(() => journal.limitsChanged());
const journal = createJournal({
  limits,
  limitsReady,
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
  joinsLate: (tabId) => void recordings.recordFrames(tabId),
  recorded(tab, entry) {
    const { tabId } = tab;
    const { fact } = entry;
    hub.delta(tabId, entry);
    scripts.recorded(tabId, fact);
    if (fact.kind !== 'jar' && fact.kind !== 'tab') badge.touch(tabId);
    if (fact.kind === 'navigation' && fact.parentFrameId < 0 && fact.lifecycle === undefined) {
      tabs.saw(tabId, fact.url);
      void tabs.describe(tabId).then(() => hub.refreshState(tabId));
      const isNewPage = fact.sameDocument === undefined && fact.found === undefined;
      if (!tab.keep && isNewPage) void recordings.startOver(tabId);
    }
    if (tab.watched) jar.recorded(tabId, fact.kind);
  },
});
const recordings = createTabRecording({ journal, live, tabs, recorder, now });

const jar = createJarReader({
  recordingOf: live.get,
  recordingNow: live.peek,
  storeOf: (tabId) => tabs.info(tabId)?.storeId ?? null,
  record: recorder.record,
  now,
});

// At once: an earlier worker may have left its rule behind.
const replayRequests = createReplayRequests();
const sampleRequests = createSampleRequests(randomHex);
const requests = listenToRequests(recorder.record, (...answer) => {
  replayRequests.answered(...answer);
  sampleRequests.answered(...answer);
});
listenToNavigations(recorder.record);
const started = Promise.all([journal.ready, tabs.known]);
const store = listenToStoreChanges({ started, journal, live, tabs, recorder, now });

const isFirst = isFirstWorker();
const watching = createWatching({
  journal,
  sources: [requests, store],
  isWatched: (tabId) => hub.isWatched(tabId),
  loadAgain,
  isFirst,
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
  hasAccess,
  record: recorder.record,
  tell: (tabId, progress) => hub.replay(tabId, progress),
  now,
  randomHex,
});

const scripts = startScriptWatch({
  journal,
  record: recorder.record,
  changed: (tabId) => hub.refreshState(tabId),
  now,
});

const workbench = startWorkbench({
  tabs,
  isRecorded: (tabId) => journal.tab(tabId) !== undefined,
  recordingNow: live.peek,
  record: recorder.record,
  tell: (tabId, message) => hub.workbench(tabId, message),
  now,
  newId: () => randomHex(8),
  isFirst,
});

const hub = createHub({
  journal,
  now,
  async begin(tabId) {
    await recordings.begin(tabId);
    watching.update(tabId);
    jar.read(tabId).catch((error) => console.error('Crumbtrail: cookie store', String(error)));
  },
  watchersChanged(tabId) {
    watching.update(tabId);
    scripts.update(tabId);
  },
  async takeBack(tabId, entries) {
    const tab = journal.tab(tabId);
    if (tab === undefined || !(await journal.takeBack(tab, entries))) return false;
    live.forget(tabId);
    await live.get(tabId);
    return true;
  },
  call: createCalls({
    journal,
    recorder,
    recordings,
    jar,
    replayer,
    scripts,
    workbench,
    hub: () => hub,
    now,
  }),
  stateOf: createTabState(tabs, journal),
  workbenchOf: workbench.state,
});

const choices = createChoices(() => badge.touchAll());
const reports = createReports({ begin: recordings.begin, jar, live, choices, now });
listenForReportRequests(reports);

const badge = createBadge({
  async reportOf(tabId) {
    // The store is read once, then the lines tell: a reading for each change would cost more than it shows.
    const recording = await live.get(tabId);
    return recording?.jarReadAt == null ? reports.ofTab(tabId) : reports.of(recording);
  },
  siteOfTab(tabId) {
    const url = tabs.info(tabId)?.url;
    return url ? siteOf(url) : null;
  },
});

listenForSamples({
  requests: sampleRequests,
  async isOffered(order) {
    await journal.ready;
    const recording = await live.get(order.tabId);
    return recording !== null && (await loadPart()).offersSample(recording, order);
  },
  hasAccess,
  now,
});

listenToTabs({
  tabs,
  journal,
  hub,
  permissionsLost: scripts.permissionLost,
  forget(tabId) {
    scripts.forget(tabId);
    jar.forget(tabId);
    live.forget(tabId);
  },
});
