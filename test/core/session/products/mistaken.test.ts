import { describe, expect, it } from 'vitest';
import { judged } from './har-visit.ts';
import { bystanders, visitWith } from './mistaken.ts';

const SOUND = ['sid: login rotated', 'sid: logout cleared'];

describe('a sound login is not accused for a cookie of another purpose beside it', () => {
  it.each(bystanders.map((each) => [each.what, each] as const))('%s', (_, bystander) => {
    const { story, accused } = judged(visitWith(bystander));
    expect({ story, accused }).toEqual({ story: SOUND, accused: [] });
  });

  it.each(bystanders.map((each) => [each.what, each] as const))(
    '%s, and nobody looks what opens after the logout',
    (_, bystander) => {
      expect(judged(visitWith(bystander, false)).accused).toEqual([]);
    },
  );
});
