import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { formatNumber, setTranslator, t, tn, uiLanguage } from '../../src/platform/i18n.ts';
import { codeOf, leftEnglish, longLabels, messagesOf, placeholdersOf, unusedKeys } from './languages.ts';
import { textsBesideMessages, visibleTexts } from './visible-texts.ts';

const ENGLISH = messagesOf('en');
const OTHERS = readdirSync('public/_locales').filter((folder) => folder !== 'en');

describe.each(OTHERS)('%s', (folder) => {
  const messages = messagesOf(folder);

  it('has the keys of English, and no others', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(ENGLISH).sort());
  });

  it('has the placeholders of English, in whatever order', () => {
    const of = (texts: typeof messages) =>
      Object.keys(messages).map((key) => `${key} ${placeholdersOf(key, texts)}`);
    expect(of(messages)).toEqual(of(ENGLISH));
  });

  it('has nothing empty, and no space where none belongs', () => {
    expect(Object.entries(messages).filter(([, text]) => text === '' || text.trim() !== text)).toEqual([]);
  });

  it('has no English left, but for names that stay', () => {
    expect(leftEnglish(folder, ENGLISH, messages)).toEqual([]);
  });

  it('has labels that fit where English ones do', () => {
    expect(longLabels(ENGLISH, messages)).toEqual([]);
  });

  it('names its own language, which dates and numbers follow', () => {
    expect(messages.language).toBe(folder.replace('_', '-'));
    expect(Intl.DateTimeFormat.supportedLocalesOf(messages.language ?? '')).toEqual([messages.language]);
  });
});

it('Chinese has one form for any number, and the punctuation of Chinese', () => {
  const chinese = messagesOf('zh_CN');
  const counted = Object.keys(chinese).filter((key) => key.endsWith('_one'));
  for (const key of counted) expect(chinese[key], key).toBe(chinese[key.replace(/_one$/, '_other')]);
  const odd = Object.values(chinese).filter((text) =>
    /[\u4e00-\u9fff][,;:!?]|[,;!?][\u4e00-\u9fff]|你/.test(text),
  );
  expect(odd).toEqual([]);
});

describe('in each language', () => {
  afterEach(() => setTranslator(() => ''));
  const speak = (folder: string) => {
    const messages = messagesOf(folder);
    setTranslator((key, parts) =>
      (messages[key] ?? '').replace(/\$(\d)/g, (_, place: string) => parts[Number(place) - 1] ?? ''),
    );
  };

  it.each([
    ['en', ['0 cookies', '1 cookie', '2 cookies', '1,234 cookies']],
    ['de', ['0 Cookies', '1 Cookie', '2 Cookies', '1.234 Cookies']],
    ['zh_CN', ['0 个 Cookie', '1 个 Cookie', '2 个 Cookie', '1,234 个 Cookie']],
  ])('%s counts as people do', (folder, expected) => {
    speak(folder);
    expect([0, 1, 2, 1234].map((count) => tn('count_present', count))).toEqual(expected);
  });

  it.each([
    ['de', 'de-AT', 'de-AT'],
    ['de', 'de', 'de'],
    ['en', 'en-GB', 'en-GB'],
    ['en', 'fr', 'en'],
    ['en', 'en-US@posix', 'en'],
    ['zh_CN', 'zh-TW', 'zh-CN'],
    ['zh_CN', '', 'zh-CN'],
  ])('strings in %s, browser in %j: dates and numbers in %s', (folder, browser, expected) => {
    speak(folder);
    const before = globalThis.chrome;
    globalThis.chrome = { i18n: { getUILanguage: () => browser } } as typeof chrome;
    expect(uiLanguage()).toBe(expected);
    expect(formatNumber(1234.5)).toBe(new Intl.NumberFormat(expected).format(1234.5));
    globalThis.chrome = before;
  });

  it('says the key where there is no string, and leaves dates to the engine', () => {
    expect(t('yes')).toBe('yes');
    expect(uiLanguage()).toBeUndefined();
  });
});

describe('the code', () => {
  const code = codeOf('src') + readFileSync('manifest.json', 'utf8');

  it('uses every key', () => {
    expect(unusedKeys(Object.keys(ENGLISH), code)).toEqual([]);
  });

  it('asks for no key that is not there', () => {
    const asked = [...code.matchAll(/\b(tn?)\(\s*'(\w+)'/g)].map(([, call, key]) =>
      call === 'tn' ? `${key}_other` : key,
    );
    expect(asked.length).toBeGreaterThan(300);
    expect(asked.filter((key) => ENGLISH[key ?? ''] === undefined)).toEqual([]);
  });

  it('writes dates and numbers in the language of the strings, not in whatever the engine has', () => {
    expect(code.match(/Intl\.\w+\((?:undefined)?[,)]|\.toLocale\w+\((?:undefined)?[,)]/g)).toBeNull();
  });

  it('shows no words but those of the messages', () => {
    expect(textsBesideMessages(['src/panel', 'src/popup', 'src/settings', 'src/ui'])).toEqual([]);
  });
});

describe('unusedKeys', () => {
  it.each([
    [`t('a_b')`, ['a_b'], []],
    [`tn('cookies', 3)`, ['cookies_one', 'cookies_other'], []],
    [`t(\`column_\${id}_why\`)`, ['column_name_why', 'column_name'], ['column_name']],
    ['"__MSG_name__"', ['name', 'nam'], ['nam']],
    [`'other'`, ['key'], ['key']],
  ])('%s', (code, keys, unused) => {
    expect(unusedKeys(keys, code)).toEqual(unused);
  });
});

describe('visibleTexts', () => {
  it.each([
    ['<p>Some words</p>', ['Some words']],
    ['<p title="more" class="soft">{t(\'key\')} · <b>GET</b></p>', ['more']],
    ["<p aria-label={t('key')}>{'words'}</p>", ['words']],
    [`<p class={\`a \${b}\`}>{\`\${count} of them\`}</p>`, ['of them']],
    ['<><input placeholder="Name" value="on" />{flag ? t(\'yes\') : null}</>', ['Name']],
  ])('%s', (markup, texts) => {
    expect(visibleTexts('a.tsx', `export const a = ${markup};`)).toEqual(texts);
  });
});
