import type { Grade } from './report.ts';

export type { Grade };

/** As the HTTP Observatory grades, the best first. */
const GRADES: readonly (readonly [from: number, grade: Grade])[] = [
  [100, 'A+'],
  [90, 'A'],
  [85, 'A-'],
  [80, 'B+'],
  [70, 'B'],
  [65, 'B-'],
  [60, 'C+'],
  [50, 'C'],
  [45, 'C-'],
  [40, 'D+'],
  [30, 'D'],
  [25, 'D-'],
];

/** The grade of a score; `–` where there is nothing to score. */
export function gradeOf(score: number | null): Grade {
  if (score === null) return '–';
  return GRADES.find(([from]) => score >= from)?.[1] ?? 'F';
}
