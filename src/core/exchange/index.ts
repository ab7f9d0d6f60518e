/** Reading and writing cookies as text: one format a file, the list that joins them in `read-cookies.ts` and `write-cookies.ts`. */
export { COPY_KINDS, type CopyKind, type CopyOptions, copyAs } from './copy-as.ts';
export { FORMATS, type Format } from './formats.ts';
export { readCookies } from './read-cookies.ts';
export {
  type CookieFieldName,
  type FileProblem,
  type FormatId,
  type LeftOut,
  type Lost,
  MOST_CHARACTERS,
  MOST_ROWS,
  type ReadOptions,
  type ReadProblem,
  type ReadResult,
  type ReadRow,
  type WriteOptions,
  type Written,
} from './types.ts';
export { writeCookies } from './write-cookies.ts';
