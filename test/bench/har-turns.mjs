// A process of its own for one HAR file, as a command line's is: `node har-turns.mjs CORE.js FILE.har TURNS` prints the milliseconds
// that JSON.parse and the audit took in each turn. Plain JavaScript: what translates the benchmark makes functions slower.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [core, file, turns] = process.argv.slice(2);
const { auditHar } = await import(pathToFileURL(core).href);
const text = readFileSync(file, 'utf8');
const took = [];
for (let turn = 0; turn < Number(turns); turn++) {
  const begun = performance.now();
  const data = JSON.parse(text);
  const parsed = performance.now();
  auditHar(data);
  took.push({ parse: parsed - begun, audit: performance.now() - parsed });
}
console.log(JSON.stringify(took));
