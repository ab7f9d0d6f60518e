import { expect, it } from 'vitest';
import { topicOf, topics } from '../../../src/core/fix/topic.ts';
import { rules } from '../../../src/core/rules/index.ts';

it('every rule has a topic whose code mends it', () => {
  expect(rules.map(({ id }) => id).filter((id) => topicOf(id) === undefined)).toEqual([]);
});

it('every topic is asked by some rule', () => {
  const asked = new Set(rules.map(({ id }) => topicOf(id)));
  expect(topics.filter((topic) => !asked.has(topic))).toEqual([]);
});
