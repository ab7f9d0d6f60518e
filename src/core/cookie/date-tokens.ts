/** The tokens of a cookie date: what stands between delimiters. Source: RFC 6265bis section 5.1.1, step 1. */
export function dateTokens(text: string): readonly string[] {
  const tokens: string[] = [];
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const isEnd = index === text.length || isDelimiter(text.charCodeAt(index));
    if (!isEnd && start === -1) start = index;
    if (isEnd && start !== -1) {
      tokens.push(text.slice(start, index));
      start = -1;
    }
  }
  return tokens;
}

/** `%x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E` */
function isDelimiter(unit: number): boolean {
  return (
    unit === 0x09 ||
    (unit >= 0x20 && unit <= 0x2f) ||
    (unit >= 0x3b && unit <= 0x40) ||
    (unit >= 0x5b && unit <= 0x60) ||
    (unit >= 0x7b && unit <= 0x7e)
  );
}
