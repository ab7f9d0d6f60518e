/** How far ahead a person looks for cookies that end: whole minutes, from one to a week. */
export const HORIZON = 'horizon';

export const DEFAULT_HORIZON = 30;
export const HORIZONS = [15, 30, 60, 120, 480] as const;
export const LONGEST_HORIZON = 7 * 24 * 60;
