/** True where a request's path is on a cookie's path. Source: RFC 6265bis section 5.1.4. */
export function pathMatches(requestPath: string, cookiePath: string): boolean {
  // Nearly every cookie.
  if (cookiePath === '/') return requestPath.charCodeAt(0) === 0x2f;
  if (!requestPath.startsWith(cookiePath)) return false;
  return (
    requestPath.length === cookiePath.length ||
    cookiePath.endsWith('/') ||
    requestPath.charCodeAt(cookiePath.length) === 0x2f
  );
}
