/** The path of a cookie that names none: the request's, up to its last slash. Source: RFC 6265bis section 5.1.4. */
export function defaultPath(requestPath: string): string {
  if (!requestPath.startsWith('/')) return '/';
  const slash = requestPath.lastIndexOf('/');
  return slash <= 0 ? '/' : requestPath.slice(0, slash);
}
