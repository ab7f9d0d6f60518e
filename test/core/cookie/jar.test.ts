import { describe, expect, it } from 'vitest';
import { CookieJar } from '../../../src/core/cookie/jar.ts';

const now = Date.UTC(2026, 10, 21);
const url = 'https://a.shop.example/dir/page';

describe('reading', () => {
  it('orders by path, then age, then insertion, and sends nameless cookies bare', () => {
    const jar = new CookieJar();
    jar.set('young=1', { url, now: now + 1 });
    jar.set('first=1', { url, now });
    jar.set('second=1', { url, now });
    jar.set('root=1; Path=/', { url, now: now - 1 });
    jar.set('bare', { url, now: now + 2 });
    expect(jar.read({ url, now: now + 3 }).header).toBe('first=1; second=1; young=1; bare; root=1');
  });

  it('tells what it withholds of the registrable domain, and of no other', () => {
    const jar = new CookieJar();
    jar.set('sister=1', { url: 'https://b.shop.example/', now });
    jar.set('other=1', { url: 'https://other.example/', now });
    jar.set('path=1; Path=/x', { url, now });
    const { sent, withheld } = jar.read({ url, now });
    expect(sent).toEqual([]);
    expect(withheld.map(({ cookie, reasons }) => [cookie.name, reasons])).toEqual([
      ['path', ['NotOnPath']],
      ['sister', ['DomainMismatch']],
    ]);
  });

  it('notes the use of what it sends, and only of that', () => {
    const jar = new CookieJar();
    jar.set('a=1', { url, now });
    jar.set('b=1; Path=/x', { url, now });
    const [sent] = jar.read({ url, now: now + 5 }).sent;
    expect(sent).toMatchObject({ name: 'a', lastAccess: now + 5, creation: now });
    expect(jar.all(now + 5).map(({ lastAccess }) => lastAccess)).toEqual([now + 5, now]);
  });

  it('forgets what has expired', () => {
    const jar = new CookieJar();
    jar.set('a=1; Max-Age=10', { url, now });
    expect(jar.read({ url, now: now + 9_999 }).header).toBe('a=1');
    expect(jar.read({ url, now: now + 10_000 })).toEqual({ header: '', sent: [], withheld: [] });
    expect(jar.all(now)).toEqual([]);
  });

  it.each(['ftp://a.shop.example/', 'no url', ''])('answers nothing for %j', (bad) => {
    expect(new CookieJar().read({ url: bad, now })).toEqual({ header: '', sent: [], withheld: [] });
  });
});

describe('writing', () => {
  it('keeps one cookie of one identity', () => {
    const jar = new CookieJar();
    jar.set('a=1', { url, now });
    expect(jar.set('a=2', { url, now: now + 1 })).toMatchObject({ replaced: { value: '1' } });
    expect(jar.all(now + 1)).toMatchObject([{ name: 'a', value: '2' }]);
  });

  it('moves an overwritten cookie back in line in Chromium, where the value changes', () => {
    const jar = new CookieJar();
    for (const line of ['a=1', 'b=1', 'c=1', 'a=2', 'b=1']) jar.set(line, { url, now });
    expect(jar.read({ url, now }).header).toBe('b=1; c=1; a=2');
  });

  it('leaves it in its place in the RFC', () => {
    const jar = new CookieJar({ browser: 'rfc6265bis' });
    for (const line of ['a=1', 'b=1', 'a=2']) jar.set(line, { url, now });
    expect(jar.read({ url, now }).header).toBe('a=2; b=1');
  });

  it('deletes, and says what', () => {
    const jar = new CookieJar();
    jar.set('a=1', { url, now });
    expect(jar.set('a=; Max-Age=0; Path=/', { url, now })).not.toHaveProperty('replaced');
    expect(jar.set('a=; Max-Age=0', { url, now })).toMatchObject({ expired: true, replaced: { value: '1' } });
    expect(jar.all(now)).toEqual([]);
  });

  it('judges lines against what is stored', () => {
    const jar = new CookieJar();
    jar.set('a=1; Secure', { url, now });
    const http = url.replace('https', 'http');
    expect(jar.set('a=2', { url: http, now })).toEqual({ stored: false, reasons: ['OverwriteSecure'] });
  });
});

describe('partitions', () => {
  const line = 'a=1; Secure; SameSite=None; Partitioned';

  it('are apart from each other and from the cookies that are in none', () => {
    const jar = new CookieJar();
    jar.set(line, { url, now, topLevelSite: 'https://one.example' });
    jar.set(line.replace('a=1', 'a=2'), { url, now, topLevelSite: 'https://two.example' });
    jar.set('a=3; Secure; SameSite=None', { url, now });
    const read = (topLevelSite: string): string =>
      jar.read({ url, now, topLevelSite, sameSiteContext: 'cross-site' }).header;
    expect(read('https://www.one.example/page')).toBe('a=1; a=3');
    expect(read('https://two.example')).toBe('a=2; a=3');
    expect(read('https://three.example')).toBe('a=3');
    expect(jar.read({ url, now }).header).toBe('a=3');
  });

  it('belong to the site itself where no top level is given', () => {
    const jar = new CookieJar();
    jar.set(line, { url, now });
    expect(jar.read({ url, now, topLevelSite: 'https://shop.example' }).header).toBe('a=1');
  });

  it('hold 180 cookies and 10 KiB of a site, the least recently used going first', () => {
    const jar = new CookieJar();
    const context = { url, topLevelSite: 'https://one.example' };
    for (let index = 0; index < 181; index += 1)
      jar.set(`n${index}=1; Secure; Partitioned`, { ...context, now: now + index });
    expect(jar.all(now + 181)).toHaveLength(180);
    expect(jar.all(now + 181)[0]?.name).toBe('n1');
    for (let index = 0; index < 4; index += 1) {
      jar.set(`big${index}=${'v'.repeat(3000)}; Secure; Partitioned`, {
        ...context,
        now: now + 1000 + index,
      });
    }
    const left = jar.all(now + 2000);
    expect(left.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(10 * 1024);
    expect(left.map(({ name }) => name)).toEqual(['big1', 'big2', 'big3']);
  });
});

describe('limits', () => {
  it('Chromium: over 180 of a registrable domain leave 150, not secure and least recently used going first', () => {
    const jar = new CookieJar();
    for (let index = 0; index < 180; index += 1) {
      const secure = index < 20 ? '; Secure' : '';
      jar.set(`n${index}=1; Domain=shop.example; Path=/${secure}`, { url, now: now + index });
    }
    expect(jar.all(now + 180)).toHaveLength(180);
    jar.set('last=1', { url: 'https://b.shop.example/', now: now + 180 });
    const names = jar.all(now + 181).map(({ name }) => name);
    expect(names).toHaveLength(150);
    expect(names.slice(0, 21)).toEqual([...Array.from({ length: 20 }, (_, index) => `n${index}`), 'n51']);
    expect(names.at(-1)).toBe('last');
  });

  it('Chromium: use saves a cookie', () => {
    const jar = new CookieJar();
    jar.set('used=1; Path=/dir/page', { url, now });
    for (let index = 0; index < 179; index += 1) jar.set(`n${index}=1; Path=/x`, { url, now });
    jar.read({ url, now: now + 1 });
    jar.set('one-too-many=1', { url, now: now + 2 });
    expect(jar.all(now + 2)).toHaveLength(150);
    expect(jar.all(now + 2).some(({ name }) => name === 'used')).toBe(true);
  });

  it('Chromium: expired cookies go before any other', () => {
    const jar = new CookieJar();
    for (let index = 0; index < 180; index += 1) {
      jar.set(`n${index}=1${index < 90 ? '; Max-Age=1' : ''}`, { url, now });
    }
    jar.set('last=1', { url, now: now + 5000 });
    expect(jar.all(now + 5000)).toHaveLength(91);
  });

  it('Chromium: over 3,300 in all leave 3,000', () => {
    const jar = new CookieJar();
    for (let index = 0; index <= 3300; index += 1)
      jar.set('a=1', { url: `https://s${index}.example/`, now: now + index });
    const left = jar.all(now + 4000);
    expect(left).toHaveLength(3000);
    expect(left[0]?.domain).toBe('s301.example');
  });

  it('Firefox: over 180 of a host leave 150, and over 3,000 in all go', () => {
    const jar = new CookieJar({ browser: 'firefox' });
    for (let index = 0; index < 180; index += 1) {
      jar.set(`n${index}=1`, { url, now: now + index });
      jar.set(`n${index}=1`, { url: 'https://b.shop.example/', now: now + index });
    }
    expect(jar.all(now + 180)).toHaveLength(360);
    jar.set('last=1', { url, now: now + 180 });
    expect(jar.all(now + 181)).toHaveLength(330);
    for (let index = 0; index <= 3000; index += 1)
      jar.set('a=1', { url: `https://s${index}.example/`, now: now + 1000 });
    expect(jar.all(now + 2000)).toHaveLength(3000);
  });
});
