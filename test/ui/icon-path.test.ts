import { describe, expect, it } from 'vitest';
import { iconPath } from '../../src/ui/icon-path.ts';

describe('iconPath', () => {
  it.each([
    [
      'paths',
      [
        ['path', { d: 'M1 2h3' }],
        ['path', { d: 'm4 5 1 1' }],
      ],
      'M1 2h3M4 5l1 1',
    ],
    ['a circle', [['circle', { cx: '12', cy: '12', r: '10' }]], 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0'],
    [
      'a move and a line that share a point',
      [['path', { d: 'm14.772 10.852.923-.383' }]],
      'M14.772 10.852l.923-.383',
    ],
    ['a line', [['line', { x1: '1', x2: '2', y1: '3', y2: '4' }]], 'M1 3L2 4'],
    [
      'a shape with a fill of its own',
      [['circle', { cx: '1', cy: '1', r: '1', fill: 'currentColor' }]],
      null,
    ],
    ['a shape that is no path', [['rect', { width: '4', height: '4' }]], null],
  ] as const)('of %s', (_, icon, path) => {
    expect(iconPath(icon.map(([tag, attributes]) => [tag, { ...attributes }]))).toBe(path);
  });
});
