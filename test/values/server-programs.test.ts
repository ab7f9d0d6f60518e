/** Values as PHP and Django write them; skipped where they are not installed. */
import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { decodeValue } from '../../src/core/value/decode-value.ts';

const formatsOf = (value: string) => decodeValue(value).layers.map(({ format }) => format);
const inmostOf = (value: string) => decodeValue(value).layers.at(-1);

const hasPhp = spawnSync('php', ['-v']).status === 0;
const PYTHON = '/usr/bin/python3';
const hasDjango = spawnSync(PYTHON, ['-c', 'import django']).status === 0;

/** One run for all rows: starting is what takes time. */
function php(expressions: readonly string[]): readonly string[] {
  const code = `echo json_encode([${expressions.join(',')}], JSON_THROW_ON_ERROR);`;
  return JSON.parse(execFileSync('php', ['-r', code], { encoding: 'utf8' }));
}

describe.skipIf(!hasPhp)('PHP', () => {
  const ROWS = [
    [
      'an array',
      'serialize(["user" => "ann", "n" => 7, "ok" => true, "none" => null, "half" => 0.5])',
      { user: 'ann', n: 7, ok: true, none: null, half: 0.5 },
    ],
    ['a list', 'serialize(["a", ["b"]])', ['a', ['b']]],
    ['letters beyond ASCII', 'serialize(["name" => "Zoë 🍪"])', { name: 'Zoë 🍪' }],
    ['in base64', 'base64_encode(serialize(["role" => "admin"]))', { role: 'admin' }],
    ['as setcookie sends it', 'rawurlencode(serialize(["role" => "admin"]))', { role: 'admin' }],
  ] as const;
  const values = hasPhp ? php(ROWS.map(([, code]) => code)) : [];

  it.each(ROWS.map(([name, , data], index) => [name, values[index] ?? '', data] as const))(
    '%s',
    (_, value, data) => {
      expect(formatsOf(value).at(-1)).toBe('php-serialized');
      expect(inmostOf(value)?.data).toEqual(data);
    },
  );

  it('objects are named, never made', () => {
    const [value = ''] = php(['serialize(new ArrayObject(["a" => 1]))']);
    expect(inmostOf(value)?.format).toBe('php-serialized');
    expect(inmostOf(value)?.notes.join(' ')).toContain('CWE-502');
  });

  it('session data, zlib, deflate and gzip', () => {
    const [session = '', zlib = '', deflated = '', gzip = ''] = php([
      '(function () { ini_set("session.use_cookies", "0"); ini_set("session.save_path", sys_get_temp_dir()); session_start(); $_SESSION = ["user" => "ann", "n" => [1]]; $data = session_encode(); session_destroy(); return $data; })()',
      'base64_encode(gzcompress("{\\"user\\":\\"ann\\",\\"text\\":\\"some words to press\\"}"))',
      'base64_encode(gzdeflate("some words that stand here to be pressed, and some words again"))',
      'base64_encode(gzencode("{\\"user\\":\\"ann\\"}"))',
    ]);
    expect(inmostOf(session)).toMatchObject({ format: 'php-serialized', data: { user: 'ann', n: [1] } });
    expect(formatsOf(zlib)).toEqual(['base64', 'zlib', 'json']);
    expect(formatsOf(deflated)).toEqual(['base64', 'deflate']);
    expect(formatsOf(gzip)).toEqual(['base64', 'gzip', 'json']);
  });

  it('Laravel, as its encrypter writes', () => {
    const [value = ''] = php([
      '(function () { $iv = random_bytes(16); $sealed = openssl_encrypt("secret", "AES-256-CBC", str_repeat("k", 32), 0, $iv); $iv64 = base64_encode($iv); return base64_encode(json_encode(["iv" => $iv64, "value" => $sealed, "mac" => hash_hmac("sha256", $iv64 . $sealed, "k"), "tag" => ""], JSON_UNESCAPED_SLASHES)); })()',
    ]);
    expect(formatsOf(value)).toEqual(['laravel']);
  });
});

const DJANGO = `
import json, uuid
from django.conf import settings
settings.configure(SECRET_KEY='k' * 50, SESSION_ENGINE='django.contrib.sessions.backends.signed_cookies')
from django.core import signing
from django.http import HttpResponse
from django.contrib.sessions.backends.signed_cookies import SessionStore
response = HttpResponse()
response.set_signed_cookie('plain', 'hello world')
session = SessionStore()
session.update({'user': 'ann', 'cart': [1, 2]})
session.save()
long = SessionStore()
long.update({'user': 'ann', 'text': 'many words ' * 60})
long.save()
print(json.dumps({
    'signed': response.cookies['plain'].value,
    'dumps': signing.dumps({'user': 'ann'}),
    'pressed': signing.dumps({'user': 'ann', 'text': 'words ' * 50}, compress=True),
    'session': session.session_key,
    'long': long.session_key,
    'uuid1': str(uuid.uuid1()),
    'python': json.dumps({'name': 'Zo\\u00eb', 'n': 1}),
}))
`;

describe.skipIf(!hasDjango)('Django', () => {
  const values: Readonly<Record<string, string>> = hasDjango
    ? JSON.parse(execFileSync(PYTHON, ['-c', DJANGO], { encoding: 'utf8' }))
    : {};

  it.each([
    ['a signed cookie', 'signed', undefined],
    ['signing.dumps', 'dumps', { user: 'ann' }],
    ['signing.dumps, compressed', 'pressed', { user: 'ann', text: 'words '.repeat(50) }],
    ['a session in a cookie', 'session', { user: 'ann', cart: [1, 2] }],
    ['a long session in a cookie', 'long', { user: 'ann', text: 'many words '.repeat(60) }],
  ])('%s', (_, key, data) => {
    const layer = inmostOf(values[key] ?? '');
    expect(layer).toMatchObject({ format: 'django', readable: true });
    expect(layer?.data).toEqual(data);
    expect(layer?.times?.[0]?.kind).toBe('signed');
    expect(Math.abs((layer?.times?.[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('a UUID of version 1, and JSON as Python writes it', () => {
    const { uuid1 = '', python = '' } = values;
    expect(Math.abs((inmostOf(uuid1)?.times?.[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(inmostOf(python)?.data).toEqual({ name: 'Zoë', n: 1 });
  });
});
