/** How much a page may say: so many at once, and so many more each second. */
export interface Budget {
  /** How many of `wanted` there is room for now; they are taken. */
  take(wanted: number): number;
}

export function createBudget(burst: number, perSecond: number, now: () => number): Budget {
  let room = burst;
  let refilled = now();
  return {
    take(wanted) {
      const at = now();
      // A clock set back gives nothing.
      room = Math.min(burst, room + (Math.max(0, at - refilled) * perSecond) / 1000);
      refilled = at;
      const taken = Math.min(wanted, Math.floor(room));
      room -= taken;
      return taken;
    },
  };
}
