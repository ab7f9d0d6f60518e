/** Whether text holds an e-mail address (the everyday form of RFC 5321 section 4.1.2). Read outwards from each `@`: no slow pattern. */
export function emailIn(text: string): boolean {
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const local = /[A-Za-z0-9._%+-]{1,64}$/.exec(text.slice(Math.max(0, at - 64), at))?.[0] ?? '';
    const host = /^[A-Za-z0-9.-]{4,120}/.exec(text.slice(at + 1, at + 121))?.[0] ?? '';
    if (/[A-Za-z0-9]/.test(local) && isMailHost(host)) return true;
  }
  return false;
}

/** `logo@2x.png` is a file. */
const NOT_TOP_LEVEL = new Set(['png', 'jpg', 'jpeg', 'gif', 'svg', 'webp', 'js', 'css', 'json', 'html']);

function isMailHost(host: string): boolean {
  const labels = host.replace(/[.-]+$/, '').split('.');
  const top = labels.at(-1)?.toLowerCase() ?? '';
  if (labels.length < 2 || labels.includes('')) return false;
  return /^[a-z]{2,24}$/.test(top) && !NOT_TOP_LEVEL.has(top);
}
