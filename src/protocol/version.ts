/** Raised when a message changes its meaning; a page and a worker that differ do not talk. */
export const PROTOCOL_VERSION = 2;
