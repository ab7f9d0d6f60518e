import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_LINES } from '../sites/edge/hostile.ts';
import { type Sites, startSites } from '../sites/start.ts';
import { rawRequest } from './raw-http.ts';
import { createVisitor } from './visitor.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.close());

const linesOf = async (url: string) => (await createVisitor().get(url)).setCookie;

describe('the edge sites', () => {
  it('set exactly the lines of a query, control characters and UTF-8 included', async () => {
    const query = new URLSearchParams([
      ['line', 'a=1'],
      ['line', 'b=\u0001'],
      ['line', 'c=\u00e9'],
    ]);
    expect(await linesOf(`${sites.edge.http}/set?${query}`)).toEqual(['a=1', 'b=\u0001', 'c=\u00c3\u00a9']);
  });

  it('let no line break out of its header', async () => {
    const query = new URLSearchParams([['line', 'a=1\r\nX-Injected: 1']]);
    const answer = await createVisitor().get(`${sites.edge.http}/set?${query}`);
    expect(answer.header('x-injected')).toBeUndefined();
    expect(answer.setCookie).toEqual(['a=1X-Injected: 1']);
  });

  it('set exactly the lines of a JSON body', async () => {
    const answer = await rawRequest(`${sites.at('s1.test').http}/set`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lines: ['a=1', 'b=2', 3] }),
    });
    expect(answer.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual([
      'a=1',
      'b=2',
    ]);
  });

  it('answer on any other name, and on the tracker', async () => {
    for (const { http } of [sites.at('s19.test'), sites.tracker]) {
      expect(await linesOf(`${http}/set?line=x%3D1`)).toEqual(['x=1']);
    }
  });

  it('set ten cookies of a burst, and 180 at once', async () => {
    const burst = await linesOf(`${sites.edge.http}/burst/set?from=1990&count=10`);
    expect(burst.at(-1)).toBe('burst_1999=value-1999; Path=/; SameSite=Lax');
    expect(await linesOf(`${sites.edge.http}/jar?count=180`)).toHaveLength(180);
  });

  it('redirect as often as they are asked to, with a cookie each', async () => {
    const visitor = createVisitor();
    let path = '/chain?hops=5';
    for (let answer = await visitor.get(sites.edge.https + path); answer.status === 302; ) {
      path = answer.header('location') ?? '';
      answer = await visitor.get(sites.edge.https + path);
    }
    expect([...visitor.cookies.keys()]).toEqual(['hop_1', 'hop_2', 'hop_3', 'hop_4', 'hop_5']);
  });

  it('send hostile values byte by byte', async () => {
    const wanted = HOSTILE_LINES.map((line) => Buffer.from(line).toString('latin1'));
    expect(await linesOf(`${sites.edge.http}/hostile`)).toEqual(wanted);
  });

  it('nest frames of this site in another in this one', async () => {
    const outer = await createVisitor().get(`${sites.edge.https}/nest`);
    const middle = await createVisitor().get(`${sites.tracker.https}/nest/middle`);
    expect(outer.body).toContain(`src="${sites.tracker.https}/nest/middle"`);
    expect(middle.body).toContain(`src="${sites.edge.https}/nest/inner"`);
    expect(middle.setCookie).toContain('middle_chip=1; Path=/; Secure; SameSite=None; Partitioned');
  });

  it('have an ordinary page of 80 requests, 12 of which set a cookie', async () => {
    const page = await createVisitor().get(`${sites.edge.http}/ordinary`);
    const assets = [...page.body.matchAll(/\/ordinary\/\w+\?i=\d+/g)].map(([path]) => path);
    const answers = await Promise.all(assets.map((path) => createVisitor().get(sites.edge.http + path)));
    expect(answers).toHaveLength(79);
    expect([page, ...answers].filter((answer) => answer.setCookie.length > 0)).toHaveLength(12);
  });

  it('set a cookie on a 401', async () => {
    const answer = await createVisitor().get(`${sites.edge.http}/basic`);
    expect([answer.status, answer.setCookie]).toEqual([401, ['asked=1; Path=/; SameSite=Lax']]);
  });

  it.each([
    ['crumbtrail', 200],
    ['wrong', 401],
  ])('log in by JSON with the password %s: %i', async (password, status) => {
    const answer = await rawRequest(`${sites.edge.http}/json-login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username: 'demo', password }),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.some(([name]) => name === 'set-cookie')).toBe(status === 200);
  });
});
