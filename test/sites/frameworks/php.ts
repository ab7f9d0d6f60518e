import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { missingProgram, serveProgram } from './own-process.ts';

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly variant: 'sound' | 'destroyed' | 'kept';
  readonly strict: boolean;
  readonly expected: Omit<ExpectedSession, 'role' | 'lifetime'>;
};

/** PHP's own sessions, in files: https://www.php.net/manual/en/features.session.security.management.php */
function app({ name, form, variant, strict, expected }: Variant): FrameworkApp {
  const host = `php-${name}.test`;
  return {
    name: `PHP, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    missing: () => missingProgram('php', ['-v'], 'php-cli'),
    start: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'crumbtrail-php-'));
      const settings = { save_path: folder, use_strict_mode: strict ? '1' : '0' };
      const running = await serveProgram(
        host,
        'php',
        [
          ...Object.entries(settings).flatMap(([key, value]) => ['-d', `session.${key}=${value}`]),
          '-S',
          `127.0.0.1:${await freePort()}`,
          join(import.meta.dirname, 'php/app.php'),
        ],
        { VARIANT: variant },
      );
      return {
        ...running,
        close: async () => {
          await running.close();
          await rm(folder, { recursive: true, force: true });
        },
      };
    },
    expected: {
      sessions: { PHPSESSID: { role: 'session', lifetime: 'browser-session', ...expected } },
      others: {},
    },
  };
}

/** PHP's server cannot choose one itself. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const phpApps: readonly FrameworkApp[] = [
  app({
    name: 'regenerated-and-cleared',
    form: 'sound',
    variant: 'sound',
    strict: true,
    expected: { login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'destroyed-in-strict-mode',
    form: 'sound',
    variant: 'destroyed',
    strict: true,
    // Strict mode takes no ID that it did not give out: the next page has another.
    expected: { login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'destroyed-but-cookie-left',
    form: 'flawed',
    variant: 'destroyed',
    strict: false,
    expected: { login: ['failed', 'rotated'], logout: ['not-cleared', 'dead-after-logout'] },
  }),
  app({
    name: 'kept',
    form: 'flawed',
    variant: 'kept',
    strict: false,
    expected: { login: ['failed', 'kept'], logout: ['not-cleared', 'dead-after-logout'] },
  }),
];
