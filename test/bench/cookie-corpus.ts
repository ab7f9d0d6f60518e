import { Random } from '../differential/random.ts';

const names = [
  'sid',
  'session_id',
  '_ga',
  '__Host-token',
  'csrftoken',
  'cart',
  'lang',
  'AWSALB',
  'cf_clearance',
  'remember_me',
] as const;
const ends = [
  '',
  '; HttpOnly',
  '; Secure; HttpOnly',
  '; Secure; HttpOnly; SameSite=Lax',
  '; Secure; SameSite=None',
  '; SameSite=Strict; Secure',
  '; Secure; HttpOnly; SameSite=None; Partitioned',
] as const;
const lives = [
  '',
  '',
  '; Max-Age=3600',
  '; Max-Age=31536000',
  '; Expires=Wed, 21 Oct 2026 07:28:00 GMT',
  '; expires=Thu, 01-Jan-1970 00:00:00 GMT; Max-Age=0',
  '; Expires=Fri, 18 Dec 2026 13:10:59 GMT; Max-Age=2592000',
] as const;
const paths = ['; Path=/', '; path=/', '; Path=/', '', '; Path=/account'] as const;
const domains = ['', '', '; Domain=.example.com', '; Domain=shop.example.com'] as const;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Set-Cookie lines such as servers send: session IDs, tokens, deletions. The same for the same seed. */
export function corpus(count: number, seed = 1): readonly string[] {
  const random = new Random(seed);
  const value = (length: number): string =>
    Array.from({ length }, () => letters[random.whole(0, letters.length - 1)]).join('');
  return Array.from({ length: count }, () => {
    const pair = `${random.pick(names)}=${value(random.pick([0, 16, 26, 32, 43, 64, 128, 200]))}`;
    return pair + random.pick(domains) + random.pick(lives) + random.pick(paths) + random.pick(ends);
  });
}
