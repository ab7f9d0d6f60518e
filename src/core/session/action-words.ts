import { wordsOf } from './plain-words.ts';

/** Verbs with which an address says that following it does something. */
const VERBS = new Set(
  `add addto remove delete update change buy transfer clear empty toggle apply redeem vote like unlike follow unfollow subscribe
  unsubscribe cancel approve`.split(/\s+/),
);
const LAST_SEGMENTS = 2;
const MAX_FIELDS = 20;

/** `/cart/add/7`, `/addToCart`, `?add-to-cart=7`, `?action=delete`: not a verb somewhere in a title. */
export function namesAction(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, searchParams } = new URL(url);
  const segments = pathname.split('/').filter((segment) => segment !== '');
  if (segments.slice(-LAST_SEGMENTS).some((segment) => isAction(segment))) return true;
  return [...searchParams]
    .slice(0, MAX_FIELDS)
    .some(([name, value]) =>
      /^(?:action|act|do|cmd|op)$/i.test(name) ? isAction(value) : name.includes('-to-') && isAction(name),
    );
}

/** Longer ones are titles: `add-a-little-salt-to-it`. */
const MAX_WORDS = 3;

function isAction(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= MAX_WORDS && VERBS.has(words[0] ?? '');
}
