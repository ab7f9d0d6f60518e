import { afterEach, describe, expect, it } from 'vitest';
import messages from '../../public/_locales/en/messages.json';
import { setTranslator, t, tn, uiDirection } from '../../src/platform/i18n.ts';

const english = (key: string, substitutions: string[]) =>
  ((messages as Record<string, { message: string }>)[key]?.message ?? '').replace(
    /\$(\d)/g,
    (_, place: string) => substitutions[Number(place) - 1] ?? '',
  );

describe('strings', () => {
  afterEach(() => setTranslator(() => ''));

  it('fills in substitutions, numbers too', () => {
    setTranslator(english);
    expect(t('count_of', 3, 10)).toBe('3 of 10 shown');
  });

  it.each([
    [1, '1 cookie'],
    [0, '0 cookies'],
    [2, '2 cookies'],
    [1234, `${new Intl.NumberFormat().format(1234)} cookies`],
  ])('counts %i', (count, text) => {
    setTranslator(english);
    expect(tn('count_present', count)).toBe(text);
  });

  it.each([
    ['en', 'ltr'],
    ['zh-CN', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['', 'ltr'],
  ])('in %j run %s', (language, direction) => {
    setTranslator((key) => (key === 'language' ? language : ''));
    expect(uiDirection()).toBe(direction);
  });

  it('shows the key where there is no string', () => {
    setTranslator(() => '');
    expect(t('tab_cookies')).toBe('tab_cookies');
  });
});

describe('messages.json', () => {
  const entries = Object.entries(messages as Record<string, { message: string }>);

  it.each(entries)('%s is a name and a message the browser takes', (key, { message }) => {
    expect(key).toMatch(/^[A-Za-z0-9_@]+$/);
    expect(message.trim()).not.toBe('');
    // A lone $ begins a placeholder: only $1…$9 and $$ may stand.
    expect(message.replace(/\$[1-9]|\$\$/g, '')).not.toContain('$');
  });

  it('has both forms of what is counted', () => {
    const keys = new Set(entries.map(([key]) => key));
    const missing = [...keys].filter(
      (key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')),
    );
    expect(missing).toEqual([]);
  });
});
