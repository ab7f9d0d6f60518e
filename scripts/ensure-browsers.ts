/** Finds or installs the browsers that the tests drive. */
import { ensureChromium, ensureFirefox } from './browser.ts';

try {
  console.log(`Chromium: ${await ensureChromium(console.log)}`);
  console.log(`Firefox: ${await ensureFirefox(console.log)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
