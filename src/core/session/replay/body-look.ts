/** What is compared of a replay's body, which is dropped at once: its lasting words, and what it offers. */
import { lookOfUrl } from '../url-look.ts';

export interface BodyLook {
  /** The body without what differs in every answer: tokens, numbers, times. It is hashed, not kept. */
  readonly lasting: string;
  /** A field for a password, or a link or form that logs in or out, stands on the page. */
  readonly asksPassword: boolean;
  readonly offersLogin: boolean;
  readonly offersLogout: boolean;
}

/** Most links of a page that are looked at. */
const MOST_LINKS = 2000;

/** @param url where the body came from: links are relative to it. */
export function lookOfBody(text: string, url: string): BodyLook {
  let [offersLogin, offersLogout, links] = [false, false, 0];
  if (/^\s*</.test(text.slice(0, 1000))) {
    for (const [, target = ''] of text.matchAll(
      /\s(?:href|action|formaction)\s*=\s*["']?([^"'\s>]{1,500})/gi,
    )) {
      links += 1;
      if (links > MOST_LINKS) break;
      const look = URL.canParse(target, url) ? lookOfUrl(new URL(target, url).href) : null;
      if (look === null || look.done) continue;
      offersLogin ||= look.login;
      offersLogout ||= look.logout;
    }
  }
  const asksPassword = /<input\b[^>]{0,400}\btype\s*=\s*["']?password\b/i.test(text);
  return { lasting: lastingOf(text), asksPassword, offersLogin, offersLogout };
}

/** Longer runs of letters are no words of a language. */
const LONGEST_WORD = 24;

/** Runs with a digit or a capital in them, and very long ones, are tokens and times as a rule; a name in camel case is no loss. */
function lastingOf(text: string): string {
  return text
    .replace(/[\w+/=-]+/g, (run) => (run.length > LONGEST_WORD || /\d|.[A-Z]/.test(run) ? '#' : run))
    .replace(/[#\s:.,]+/g, ' ');
}
