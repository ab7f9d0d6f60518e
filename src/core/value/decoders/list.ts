import { type DecodeText, refused, written } from '../layer.ts';

const ITEM = /^[\w.@:/+-]{0,64}$/;

/** `a|b|c` or `a,b,c`: three items at least, without spaces. What they mean is the site's own. */
export const list: DecodeText = (text) => {
  const separator = ['|', ','].find((candidate) => text.includes(candidate));
  if (separator === undefined) return null;
  const items = text.split(separator);
  if (items.length < 3 || items.length > 1000) return null;
  if (!items.every((item) => ITEM.test(item)) || items.filter((item) => item !== '').length < 2) return null;
  return {
    layer: { format: 'list', readable: true, text: items.join('\n'), data: items, notes: [] },
    rewrite: {
      kind: 'data',
      write: (data) =>
        Array.isArray(data) && data.every((item) => typeof item === 'string' && !item.includes(separator))
          ? written(data.join(separator))
          : refused(`A list is items of text without “${separator}”.`),
    },
  };
};
