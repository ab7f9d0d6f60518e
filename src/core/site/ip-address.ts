const ipv4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;

/** True for a host that is an IP address, as `URL` writes it: `127.0.0.1`, or `[::1]` with its brackets. */
export function isIpAddress(host: string): boolean {
  // By its last character first: names end in letters, and this is asked for every cookie of every request.
  const last = host.charCodeAt(host.length - 1);
  if (last === 0x5d) return host.startsWith('[');
  return last >= 0x30 && last <= 0x39 && ipv4.test(host);
}
