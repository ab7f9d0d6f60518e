import { HOSTS } from './hosts.ts';
import { startSites } from './start.ts';
import { DEMO_PASSWORD, DEMO_USER } from './users.ts';

const sites = await startSites();

console.log(`Demo sites (user "${DEMO_USER}", password "${DEMO_PASSWORD}"; Ctrl+C ends them):`);
for (const host of Object.keys(HOSTS) as (keyof typeof HOSTS)[]) {
  console.log(`  ${host.padEnd(10)} ${sites[host].http.padEnd(32)} ${sites[host].https}`);
}
console.log(`
The names only exist in a browser that is told so, for instance:
  chromium --user-data-dir="$(mktemp -d)" --host-resolver-rules="MAP *.test 127.0.0.1" --ignore-certificate-errors ${sites.flawed.https}`);

process.once('SIGINT', () => void sites.close().then(() => process.exit(0)));
