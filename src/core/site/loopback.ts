const loopback4 = /^127(?:\.\d{1,3}){3}$/;

/** True for hosts that never leave the machine: `localhost`, `*.localhost`, 127.0.0.0/8 and `[::1]`. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase();
  const bare = name.endsWith('.') ? name.slice(0, -1) : name;
  return bare === 'localhost' || bare.endsWith('.localhost') || name === '[::1]' || loopback4.test(name);
}
