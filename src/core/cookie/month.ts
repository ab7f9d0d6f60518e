/** The month (0 to 11) whose first three letters stand at `at`, in any case; -1 where none does. */
export function monthAt(text: string, at: number): number {
  switch (threeLetters(text, at)) {
    case 0x6a616e:
      return 0;
    case 0x666562:
      return 1;
    case 0x6d6172:
      return 2;
    case 0x617072:
      return 3;
    case 0x6d6179:
      return 4;
    case 0x6a756e:
      return 5;
    case 0x6a756c:
      return 6;
    case 0x617567:
      return 7;
    case 0x736570:
      return 8;
    case 0x6f6374:
      return 9;
    case 0x6e6f76:
      return 10;
    case 0x646563:
      return 11;
    default:
      return -1;
  }
}

/** Three letters as one number, an octet for each, in lower case; -1 beyond ASCII, and where the text has ended. */
export function threeLetters(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  const third = text.charCodeAt(at + 2);
  // Past the end a code is NaN, which no comparison lets through.
  if (!(first <= 0x7f && second <= 0x7f && third <= 0x7f)) return -1;
  return ((first | 0x20) << 16) | ((second | 0x20) << 8) | third | 0x20;
}
