import type { Recording, SetCookieEntry, Writer } from '../../../core/recording/recording.ts';
import { t } from '../../../platform/i18n.ts';
import { scriptPlace } from './script-place.ts';

export interface WriterWords {
  /** Short, for a cell. */
  readonly word: string;
  /** The line that wrote it, where one did and is still recorded. */
  readonly setCookie: SetCookieEntry | null;
}

/** Who wrote a cookie, in words. */
export function writerOf(recording: Recording, by: Writer): WriterWords {
  switch (by.kind) {
    case 'response':
      return { word: t('writer_response'), setCookie: recording.setCookies.get(by.setCookie) ?? null };
    case 'script': {
      const place = recording.scriptWrites.get(by.write)?.stack[0];
      return { word: place ? scriptPlace(place, false).word : t('writer_page_script'), setCookie: null };
    }
    case 'script-or-extension':
      return { word: t('writer_script'), setCookie: null };
    case 'person':
      return { word: t(`writer_person_${by.step}`), setCookie: null };
    case 'guard':
      return { word: t(`writer_guard_${by.guard}`), setCookie: null };
    case 'before':
      return { word: t('writer_before'), setCookie: null };
    case 'browser':
      return { word: t('writer_browser'), setCookie: null };
  }
}
