import { isLikelyTime, isoDate } from '../instant.ts';
import { type DecodeText, refused, written } from '../layer.ts';

/** Unix time in seconds (10 digits) or milliseconds (13), between 2015 and 2040. `data` is epoch milliseconds. */
export const timestamp: DecodeText = (text) => {
  if (!/^\d{10}$|^\d{13}$/.test(text)) return null;
  const unit = text.length === 10 ? 1000 : 1;
  const at = Number(text) * unit;
  if (!isLikelyTime(at)) return null;
  const name = unit === 1000 ? 'seconds' : 'milliseconds';
  return {
    layer: {
      format: 'timestamp',
      readable: true,
      text: isoDate(at),
      data: at,
      notes: [`A time in ${name} since 1970, by its size; another number could look the same.`],
      times: [{ kind: 'time', at }],
    },
    rewrite: {
      kind: 'data',
      write: (data) =>
        typeof data === 'number' && Number.isSafeInteger(data) && data >= 0
          ? written(String(Math.floor(data / unit)))
          : refused('A time is a whole number of milliseconds.'),
    },
  };
};
