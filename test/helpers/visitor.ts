import { type RawResponse, rawRequest } from './raw-http.ts';

export type Answer = RawResponse & {
  header(name: string): string | undefined;
  /** The lines this answer set, whole. */
  readonly setCookie: readonly string[];
};

export type Visitor = {
  /** Cookies it will send: name to value. A client of one host; attributes are for the tests to look at. */
  readonly cookies: Map<string, string>;
  get(url: string): Promise<Answer>;
  /** Posts form fields; with the hidden fields of `from`, the page that held the form. */
  post(url: string, fields: Readonly<Record<string, string>>, from?: Answer): Promise<Answer>;
};

/** A client that keeps cookies by name and follows no redirect. */
export function createVisitor(): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (url: string, method: string, body: string): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await rawRequest(url, {
      method,
      body,
      headers: {
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
      },
    });
    const setCookie = response.headers.filter(([name]) => name === 'set-cookie').map(([, value]) => value);
    for (const line of setCookie) keep(cookies, line);
    const header = (wanted: string) => response.headers.find(([name]) => name === wanted)?.[1];
    return { ...response, setCookie, header };
  };
  return {
    cookies,
    get: (url) => ask(url, 'GET', ''),
    post: (url, fields, from) =>
      ask(url, 'POST', String(new URLSearchParams({ ...hiddenFields(from), ...fields }))),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';');
  const equals = pair.indexOf('=');
  const name = pair.slice(0, equals);
  if (attributes.some((attribute) => attribute.trim().startsWith('Expires=Thu, 01 Jan 1970')))
    cookies.delete(name);
  else cookies.set(name, pair.slice(equals + 1));
}

function hiddenFields(page: Answer | undefined): Record<string, string> {
  const found = (page?.body ?? '').matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...found].map(([, name, value]) => [name ?? '', value ?? '']));
}
