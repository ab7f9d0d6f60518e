/**
 * The cookies of a recorded log (HAR 1.2): what was there at its end, by the browser's own rules, as reports on such a file see it.
 */
import { HarError } from '../recording/har/har-error.ts';
import { recordHar } from '../recording/har/record-har.ts';
import { harPlaces } from './har-places.ts';
import { badRow, type Place, type ReadPart, rowOf } from './rows.ts';
import { BESIDE_A_PAIR, MOST_ROWS, type ReadRow } from './types.ts';

export function readHar(data: unknown, { now }: Place): ReadPart {
  const rows: ReadRow[] = [];
  try {
    const { recording, warnings } = recordHar(data);
    for (const { entry } of warnings.skipped) rows.push(badRow(`log.entries[${entry}]`, 'not-a-cookie'));
    const placeOf = harPlaces(data);
    for (const { cookie, present } of recording.cookies.values()) {
      if (rows.length > MOST_ROWS) break;
      if (!present) continue;
      const { assumed, ...rest } = cookie;
      rows.push(rowOf(placeOf(rest), rest, now, assumed === true ? BESIDE_A_PAIR : []));
    }
  } catch (error) {
    if (!(error instanceof HarError)) throw error;
  }
  return { rows };
}
