/** Keys of a time axis that has the focus; the first of several is the one that is named. */
export const CHART_KEYS = {
  in: ['+', '='],
  out: ['-', '_'],
  all: '0',
  back: 'ArrowLeft',
  on: 'ArrowRight',
  farBack: 'Shift+ArrowLeft',
  farOn: 'Shift+ArrowRight',
  first: 'Home',
  last: 'End',
  request: 'Shift+Enter',
} as const;
