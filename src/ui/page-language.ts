/** The language that the page says it is in, for `Intl`; undefined outside a page. */
export function pageLanguage(): string | undefined {
  return globalThis.document?.documentElement.lang || undefined;
}
