import { type MessageKey, t } from '../../../platform/i18n.ts';

/** Names of standards and of software: the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  'adonis-encrypted': 'AdonisJS e:',
  'adonis-signed': 'AdonisJS s:',
  'aspnet-chunks': 'ASP.NET Core',
  'aspnet-data-protection': 'ASP.NET Core',
  base64: 'Base64',
  base64url: 'Base64url',
  deflate: 'DEFLATE',
  django: 'Django',
  'dotnet-binary': '.NET BinaryFormatter',
  'express-json': 'Express j:',
  'express-signed': 'Express s:',
  'fastify-secure-session': '@fastify/secure-session',
  flask: 'Flask',
  'google-analytics': 'Google Analytics',
  gzip: 'gzip',
  hex: 'Hex',
  iron: 'Iron',
  'iron-session': 'iron-session',
  itsdangerous: 'itsdangerous',
  'java-serialized': 'Java',
  json: 'JSON',
  jwe: 'JWE',
  'jwe-chunk': 'JWE',
  jws: 'JWS',
  jwt: 'JWT',
  laravel: 'Laravel',
  'next-auth-csrf': 'Auth.js',
  paseto: 'PASETO',
  'php-serialized': 'PHP',
  protobuf: 'Protocol Buffers',
  'python-pickle': 'Python pickle',
  rack: 'Rack',
  'rails-encrypted': 'Rails',
  'rails-signed': 'Rails',
  'ruby-marshal': 'Ruby Marshal',
  ulid: 'ULID',
  uuid: 'UUID',
  zlib: 'zlib',
};

const WORDS: Readonly<Record<string, MessageKey>> = {
  bearer: 'format_bearer',
  list: 'format_list',
  query: 'format_query',
  quoted: 'format_quoted',
  'signed-value': 'format_signed_value',
  timestamp: 'format_timestamp',
  unread: 'format_unread',
  url: 'format_url',
};

/** A layer's format as a person reads it. */
export function formatName(format: string): string {
  const word = Object.hasOwn(WORDS, format) ? WORDS[format] : undefined;
  if (word !== undefined) return t(word);
  return (Object.hasOwn(NAMES, format) ? NAMES[format] : undefined) ?? format;
}
