import type { Browser } from './types.ts';

const controls = /[\0-\x08\x0A-\x1F\x7F]/;
const controlsAndTab = /[\0-\x1F\x7F]/;
const terminators = /[\0\r\n]/;

/** A line that ends early for the browser's parser, and so is refused. Source: Chromium parsed_cookie.cc, FindFirstTerminator. */
export function hasTerminator(line: string): boolean {
  return terminators.test(line);
}

/** Any control character but TAB. Source: RFC 6265bis section 5.6, step 1. */
export function hasControl(line: string): boolean {
  return controls.test(line);
}

/** In a part with the white space around it gone: Chromium refuses TAB too. */
export function isDisallowed(text: string, browser: Browser): boolean {
  return (browser === 'chromium' ? controlsAndTab : controls).test(text);
}
