/**
 * Runs in the extension's own world of the same document, where the page cannot reach: hands on what the instrument in the
 * page's world tells, and looks through web storage. What is told can be forged by the page: the worker takes it as a claim.
 */
import type { InstrumentCommand } from '../protocol/instrument.ts';
import { type FoundItem, tokensIn } from './web-storage.ts';

const LONGEST = 40_000;
/** Reports handed on at once, and how many more each second: more than the instrument itself gives. */
const BURST = 120;
const PER_SECOND = 40;
const LOOK_AGAIN_MS = 5000;

const scope = globalThis as { browser?: typeof chrome; crumbtrailIsHere?: true };
const { runtime } = scope.browser ?? chrome;

let channel: string | null = null;
let reports: unknown[] = [];
let lost = 0;
let room = BURST;
let refilled = Date.now();
let isDue = false;
let timer: ReturnType<typeof setInterval> | undefined;

/** The worker answers `false` where nobody watches any more; a replaced extension answers nobody. */
async function send(message: object): Promise<void> {
  try {
    if ((await runtime.sendMessage(message)) === false) stop();
  } catch {
    if (runtime.id === undefined) stop();
  }
}

function sendSoon(): void {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    const writes = reports;
    reports = [];
    void send({ kind: 'script-writes', at: Date.now(), writes, lost });
    lost = 0;
  });
}

function hear(event: Event): void {
  const detail: unknown = (event as CustomEvent).detail;
  const at = Date.now();
  room = Math.min(BURST, room + (Math.max(0, at - refilled) * PER_SECOND) / 1000);
  refilled = at;
  if (room < 1 || typeof detail !== 'string' || detail.length > LONGEST) {
    lost += 1;
    return;
  }
  room -= 1;
  try {
    const report = JSON.parse(detail);
    if (Number.isSafeInteger(report?.lost)) lost += report.lost;
    else reports.push({ ...report, line: wellFormed(report.line) });
    sendSoon();
  } catch {
    lost += 1;
  }
}

/** As the cookie store has it: lone surrogates replaced. */
function wellFormed(line: unknown): unknown {
  return typeof line === 'string'
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(line))
    : line;
}

function listen(name: string): void {
  if (channel !== null) {
    // There is an instrument in this document already: one is enough.
    if (name !== channel) performance.dispatchEvent(new Event(`${name}-`));
    return;
  }
  channel = name;
  performance.addEventListener(name, hear);
  performance.dispatchEvent(new Event(`${name}+`));
  if (document.readyState === 'complete') look();
  else addEventListener('load', look, { once: true });
  timer = setInterval(look, LOOK_AGAIN_MS);
}

function stop(): void {
  if (channel === null) return;
  performance.removeEventListener(channel, hear);
  performance.dispatchEvent(new Event(`${channel}-`));
  removeEventListener('load', look);
  clearInterval(timer);
  channel = null;
}

let seen = '';

/** Tells what is new: single-page applications keep their token long after the page was loaded. */
function look(): void {
  if (runtime.id === undefined) {
    stop();
    return;
  }
  try {
    if (seen === `${localStorage.length} ${sessionStorage.length}`) return;
    seen = `${localStorage.length} ${sessionStorage.length}`;
    const items: FoundItem[] = [...tokensIn('local', localStorage), ...tokensIn('session', sessionStorage)];
    if (items.length > 0) void send({ kind: 'stored-items', at: Date.now(), items });
  } catch {
    // A document without storage: sandboxed, or forbidden by the person.
    clearInterval(timer);
  }
}

if (scope.crumbtrailIsHere === undefined) {
  scope.crumbtrailIsHere = true;
  runtime.onMessage.addListener((message: InstrumentCommand) => {
    if (message.kind === 'listen') listen(message.channel);
    else if (message.kind === 'stop') stop();
  });
}
