import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const folder = new URL('../../src/popup/', import.meta.url);
const files = readdirSync(folder).filter((file) => /\.tsx?$/.test(file));

it.each(files)(
  '%s takes only types from the core: rules and the public suffix list stay out of the popup',
  (file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    const imports = [...source.matchAll(/^import (type )?.*? from '([^']+)';$/gms)];
    for (const [, type, from = ''] of imports) {
      expect(from).not.toMatch(/\/(background|panel|cli)\//);
      if (from.includes('/core/')) expect(type).toBe('type ');
    }
  },
);
