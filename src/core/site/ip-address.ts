const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** True for a host that is an IP address, as `URL` writes it: `127.0.0.1`, or `[::1]` with its brackets. */
export function isIpAddress(host: string): boolean {
  return ipv4.test(host) || (host.startsWith('[') && host.endsWith(']'));
}
