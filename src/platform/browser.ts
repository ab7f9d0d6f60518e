/** webextension-polyfill's promise API, for the panel. It has no more releases: this file is its only importer. */
import polyfill from 'webextension-polyfill';

export const browser = polyfill;
