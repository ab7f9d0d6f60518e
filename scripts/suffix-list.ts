/** What the worker's scripts share of the public suffix library: a script of its own, so that it is there once. */
export { parse } from 'tldts';
