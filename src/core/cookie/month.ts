const months = 'janfebmaraprmayjunjulaugsepoctnovdec';

/** The month (0 to 11) whose first three letters stand at `at`, in any case; -1 where none does. */
export function monthAt(text: string, at: number): number {
  const name = text.slice(at, at + 3);
  if (name.length !== 3) return -1;
  const index = months.indexOf(name.toLowerCase());
  return index !== -1 && index % 3 === 0 ? index / 3 : -1;
}
