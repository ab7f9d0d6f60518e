import { around, type DecodeText } from '../layer.ts';

/** `Bearer …` as of an Authorization header (RFC 6750 section 2.1), kept in a cookie. */
export const bearer: DecodeText = (text) => {
  const [, scheme = '', inside = ''] = /^(bearer )([\w.~+/-]+=*)$/i.exec(text) ?? [];
  if (inside === '') return null;
  return {
    layer: { format: 'bearer', readable: true, text: inside, notes: ['Whoever holds this token is let in.'] },
    inside,
    rewrite: around((changed) => scheme + changed),
  };
};
