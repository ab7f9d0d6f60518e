/** The formats, in the order in which they are offered. */
import type { FormatId } from './types.ts';

export interface Format {
  readonly id: FormatId;
  /** Without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Reading needs the URL that the cookies belong to (a curl command names it itself). */
  readonly needsUrl: boolean;
}

const JSON_TYPE = 'application/json';
const TEXT_TYPE = 'text/plain';

export const FORMATS: readonly Format[] = [
  { id: 'json', extension: 'json', mediaType: JSON_TYPE, needsUrl: false },
  { id: 'cookie-editor', extension: 'json', mediaType: JSON_TYPE, needsUrl: false },
  { id: 'storage-state', extension: 'json', mediaType: JSON_TYPE, needsUrl: false },
  { id: 'puppeteer', extension: 'json', mediaType: JSON_TYPE, needsUrl: false },
  { id: 'netscape', extension: 'txt', mediaType: TEXT_TYPE, needsUrl: false },
  { id: 'cookie-header', extension: 'txt', mediaType: TEXT_TYPE, needsUrl: true },
  { id: 'set-cookie', extension: 'txt', mediaType: TEXT_TYPE, needsUrl: true },
  { id: 'curl', extension: 'sh', mediaType: 'text/x-shellscript', needsUrl: false },
  { id: 'har', extension: 'har', mediaType: JSON_TYPE, needsUrl: false },
];
