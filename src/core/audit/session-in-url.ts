/** A session ID or token in a URL's path, query or path parameters: 9 or more ID-like characters under a session-like key. */
const FIELD =
  /[;?&](?:jsessionid|phpsessid|asp\.net_sessionid|connect\.sid|sid|sess(?:ion)?_?id|session(?:_?(?:key|token))?|access_?token|auth_?token|jwt)=([\w.~%+-]{9,})/i;

export function hasSessionInUrl(url: string): boolean {
  const value = FIELD.exec(url)?.[1];
  // Words and slugs have no digits.
  return value !== undefined && /\d/.test(value);
}
