/** What stands for a value that is not to be shown: of one length, so that it tells nothing. */
export const MASK = '••••••••';

/** A Set-Cookie line without its value: name and attributes stay. */
export function maskLine(line: string): string {
  const end = line.indexOf(';');
  const pair = end === -1 ? line : line.slice(0, end);
  const equals = pair.indexOf('=');
  const name = equals === -1 ? '' : pair.slice(0, equals + 1);
  return `${name}${MASK}${end === -1 ? '' : line.slice(end)}`;
}

export interface UrlParts {
  readonly origin: string;
  /** Path, and query where values are shown. */
  readonly path: string;
}

/** A URL in two parts. Query and path parameters (`;jsessionid=…`) may be secrets: they are masked with values. */
export function urlParts(url: string, showValues: boolean): UrlParts {
  if (!URL.canParse(url)) return { origin: '', path: showValues ? url : MASK };
  const { origin, pathname, search } = new URL(url);
  // An opaque URL (data:, blob:) is content, not an address.
  if (origin === 'null')
    return { origin: '', path: showValues ? url : `${url.slice(0, url.indexOf(':'))}:…` };
  if (showValues) return { origin, path: pathname + search };
  const semicolon = pathname.indexOf(';');
  const path = semicolon === -1 ? pathname : `${pathname.slice(0, semicolon)};…`;
  return { origin, path: search ? `${path}?…` : path };
}
