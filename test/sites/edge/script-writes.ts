/** Pages that write cookies by script, each with something that an instrument could trip over. */
import { Router } from 'express';
import type { SiteContext } from '../site-context.ts';

/** Line 3 is where it writes, column 12 in Chromium. */
const WRITER = `window.calls = 0;
window.write = (line) => {
  document.cookie = line;
  window.calls += 1;
};
window.loop = (times) => {
  const begin = performance.now();
  for (let index = 0; index < times; index += 1) document.cookie = 'loop=' + index;
  return performance.now() - begin;
};
window.many = (times) => {
  for (let index = 0; index < times; index += 1) document.cookie = 'many' + (index % 150) + '=' + index;
};
write('loaded=1');
`;

/** Done by the first script of the page, before anything else can run. */
const FIRST: Readonly<Record<string, string>> = {
  plain: '',
  redefined: `const { get, set } = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
    window.seen = [];
    Object.defineProperty(Document.prototype, 'cookie', { configurable: true, enumerable: true,
      get() { return get.call(this) + '; own=1'; }, set(value) { window.seen.push(value); set.call(this, value); } });
    window.redefineAgain = () => Object.defineProperty(document, 'cookie', { configurable: true, get: () => 'mine', set: (value) => { window.mine = value; } });`,
  frozen: 'Object.freeze(Document.prototype);',
  frozenLater:
    'window.freeze = () => { Object.freeze(Document.prototype); Object.seal(CookieStore.prototype); };',
  // What the page's own world can do to a script in it: nothing here may fail, and nothing may be told to the page.
  hostile: `window.attack = async (line) => {
    const heard = [];
    const undo = [];
    const put = (owner, name, value) => {
      const before = Object.getOwnPropertyDescriptor(owner, name);
      undo.unshift(() => { if (before) Object.defineProperty(owner, name, { __proto__: null, ...before }); else delete owner[name]; });
      Object.defineProperty(owner, name, { __proto__: null, configurable: true, writable: true, value });
    };
    const hear = (what) => () => { heard[heard.length] = what; throw new Error(what); };
    for (const name of ['push', 'slice', 'map', 'join']) put(Array.prototype, name, hear(name));
    for (const name of ['toJSON', 'get', 'set', 'value', 'detail']) put(Object.prototype, name, hear(name));
    for (const name of ['slice', 'toString', 'includes']) put(String.prototype, name, hear(name));
    for (const name of ['call', 'apply', 'bind']) put(Function.prototype, name, hear(name));
    for (const name of ['dispatchEvent', 'addEventListener']) put(EventTarget.prototype, name, hear(name));
    put(Error, 'prepareStackTrace', hear('prepareStackTrace'));
    put(Error, 'captureStackTrace', hear('captureStackTrace'));
    put(Promise.prototype, 'then', hear('then'));
    put(Date, 'now', hear('now')); put(JSON, 'stringify', hear('stringify')); put(Reflect, 'apply', hear('Reflect.apply'));
    put(window, 'CustomEvent', hear('CustomEvent')); put(window, 'Proxy', hear('Proxy'));
    put(Array.prototype, Symbol.iterator, hear('iterator'));
    document.cookie = line;
    await null;
    for (let index = 0; index < undo.length; index += 1) undo[index]();
    return heard;
  };`,
  // It had replaced what events are made of before anything else could run.
  poisoned: `window.heard = [];
    EventTarget.prototype.dispatchEvent = () => { window.heard.push('dispatchEvent'); throw new Error('dispatchEvent'); };
    window.CustomEvent = class { constructor() { window.heard.push('CustomEvent'); throw new Error('CustomEvent'); } };`,
};

const CSP =
  "default-src 'none'; script-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin";

const page = (first: string, rest = '') =>
  `<!doctype html><link rel="icon" href="data:,"><title>Script writes</title>
${first === '' ? '' : `<script>${first}</script>`}<p>Writes.</p><script src="/script-writes/writer.js"></script>${rest}`;

export function scriptWrites({ origins }: SiteContext): Router {
  return Router()
    .get('/script-writes/writer.js', (_request, response) => {
      response.type('js').send(WRITER);
    })
    .get('/script-writes/first', (_request, response) => {
      // Written by a first script at the head, and by one after a script that had to be fetched.
      response.send(
        page(
          "document.cookie = 'head=1'",
          "<script>document.cookie = 'body=1'; localStorage.setItem('access_token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'); localStorage.setItem('theme', 'dark');</script>",
        ),
      );
    })
    .get('/script-writes/csp', (_request, response) => {
      response.set('Content-Security-Policy', CSP);
      response.send(page(''));
    })
    .get('/script-writes/frames', (_request, response) => {
      const frame = `${origins.tracker.https}/script-writes/plain`;
      response.send(
        page(
          '',
          `<iframe name="blank" title="blank"></iframe>
<iframe name="srcdoc" title="srcdoc" srcdoc="<p>x</p>"></iframe>
<iframe name="sandboxed" title="sandboxed" sandbox="allow-scripts" src="/script-writes/plain"></iframe>
<iframe name="other" title="other" src="${frame}"></iframe>`,
        ),
      );
    })
    .get('/script-writes/:how', (request, response, next) => {
      const first = FIRST[request.params.how];
      if (first === undefined) next();
      else response.send(page(first));
    });
}
