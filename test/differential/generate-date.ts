import type { Random } from './random.ts';

const days = ['Sun', 'Mon', 'Tuesday', 'Wed', 'Thu', 'friday', 'Sat'] as const;
const months = [
  'Jan',
  'feb',
  'March',
  'APR',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'sept',
  'Oct',
  'Nov',
  'December',
] as const;

/** A cookie date: mostly right, sometimes odd, never within a day of now, so that the clock does not decide. */
export function generateDate(random: Random): string {
  const year = random.pick([1970, 1994, 2000, 2020, 2027, 2027, 2027, 2028, 2030, 2037, 2040, 9999]);
  const day = random.whole(1, 28);
  const two = (number: number): string => String(number).padStart(2, '0');
  const clock = `${two(random.whole(0, 23))}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}`;
  const name = random.pick(days);
  const month = random.pick(months);
  const short = month.slice(0, 3);
  switch (random.whole(0, 9)) {
    case 0:
    case 1:
    case 2:
      return `${name.slice(0, 3)}, ${two(day)} ${short} ${year} ${clock} GMT`;
    case 3:
      return `${name}, ${two(day)}-${short}-${two(year % 100)} ${clock} GMT`;
    case 4:
      return `${name} ${month} ${day} ${clock} ${year}`;
    case 5:
      return `${day} ${month} ${year} ${clock} ${random.pick(['GMT', 'UTC', '+0200', 'PST', '', 'Z'])}`;
    case 6:
      return random.pick([
        `${year}-${two(random.whole(1, 12))}-${two(day)}T${clock}Z`,
        `${year} ${month} ${day} ${clock}`,
        `${clock} ${year} ${month} ${day}`,
        String(Date.UTC(year, 0, day)),
        `${day}/${random.whole(0, 13)}/${year} ${clock}`,
        `${random.whole(0, 13)}-${two(day)}-${year % 100} ${clock.slice(0, 5)}${random.pick([' PM', 'am', ' ', ''])}`,
        `${day} ${short} ${year} ${clock} ${random.pick(['GMT+0130', 'EDT', '-03', 'ut', 'NST', 'UTC-5'])}`,
      ]);
    default:
      return oddDate(random, { day, month, year, clock });
  }
}

interface Parts {
  readonly day: number;
  readonly month: string;
  readonly year: number;
  readonly clock: string;
}

/** Dates at the edges of the grammar. */
function oddDate(random: Random, { day, month, year, clock }: Parts): string {
  const oddDay = random.pick([`${day}th`, `${day}x`, '0', '00', '31', '32', '030', '1a', `${day}`]);
  const oddMonth = random.pick(['Foo', 'Ja', 'Janx', 'ＪＡＮ', month, month, month, '01']);
  const oddYear = random.pick([
    '0',
    '5',
    '05',
    '69',
    '70',
    '99',
    '100',
    '999',
    '1600',
    '1601',
    '20300',
    '203000',
    '2028x',
    '28',
    `${year}`,
  ]);
  const oddClock = random.pick([
    '24:00:00',
    '23:60:00',
    '23:59:60',
    '1:2:3',
    '01:02',
    '1:2:345',
    '01:02:03.5',
    '01:02:03x',
    '001:02:03',
    '01:02:03:04',
    '1x:02:03',
    clock,
    clock,
  ]);
  const separator = random.pick([' ', '-', ', ', '  ', '/', '.', '_', '\t', '*', '|', '"']);
  const parts = [oddDay, oddMonth, oddYear, oddClock];
  if (random.chance(0.3)) parts.sort(() => (random.chance(0.5) ? 1 : -1));
  return parts.join(separator === '\t' ? ' ' : separator);
}
