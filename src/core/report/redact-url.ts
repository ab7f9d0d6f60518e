/**
 * A URL as it may stand in a report: without user info, query values, path parameters (`;jsessionid=…`) and fragment.
 * Names of query fields stay, where they look like names: `?token` alone may be the token itself.
 * @param isSecret says of a decoded path segment that it is a known secret, and must go.
 */
export function redactUrl(url: string, isSecret: (segment: string) => boolean = () => false): string {
  if (!URL.canParse(url)) return '';
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return `${parsed.protocol}`;
  return parsed.origin + redactPath(parsed.pathname, isSecret) + redactQuery(parsed.search);
}

/** A path without parameters, tokens and known secrets. */
export function redactPath(path: string, isSecret: (segment: string) => boolean): string {
  return path
    .split('/')
    .map((segment) => segment.split(';', 1)[0] ?? '')
    .map((segment) => (isToken(segment) || isSecret(decoded(segment)) ? '…' : segment))
    .join('/');
}

const MAX_FIELDS = 20;

function redactQuery(search: string): string {
  const names = search
    .slice(1)
    .split('&')
    .filter((field) => field.includes('='))
    .map((field) => field.slice(0, field.indexOf('=')))
    .filter((name) => /^[\w.\-[\]%]{1,40}$/.test(name) && !isToken(name));
  return names.length === 0
    ? ''
    : `?${names
        .slice(0, MAX_FIELDS)
        .map((name) => `${name}=`)
        .join('&')}`;
}

/** A JWT, wherever it stands, is a secret. */
function isToken(text: string): boolean {
  return /^eyJ[\w-]{5,}\./.test(text);
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
