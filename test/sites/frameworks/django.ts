import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExpectedSession, type FrameworkApp, ROUTES } from './framework-app.ts';
import { missingProgram, serveProgram } from './own-process.ts';

type Variant = {
  readonly name: string;
  readonly form: FrameworkApp['form'];
  readonly variant: 'files' | 'cookies' | 'own';
  readonly expected: Omit<ExpectedSession, 'role'>;
  readonly idOf?: FrameworkApp['idOf'];
};

/** Debian's; another Python on PATH would not have it. */
const PYTHON = '/usr/bin/python3';

/** django.contrib.auth and django.contrib.sessions: https://docs.djangoproject.com/en/stable/topics/http/sessions/ */
function app({ name, form, variant, expected, idOf }: Variant): FrameworkApp {
  const host = `django-${name}.test`;
  return {
    name: `Django, ${name.replaceAll('-', ' ')}`,
    form,
    host,
    routes: ROUTES,
    ...(idOf === undefined ? {} : { idOf }),
    missing: () => missingProgram(PYTHON, ['-c', 'import django'], 'python3-django'),
    start: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'crumbtrail-django-'));
      const running = await serveProgram(host, PYTHON, [join(import.meta.dirname, 'django/project.py')], {
        VARIANT: variant,
        FOLDER: folder,
      });
      return {
        ...running,
        close: async () => {
          await running.close();
          await rm(folder, { recursive: true, force: true });
        },
      };
    },
    expected: {
      sessions: { sessionid: { role: 'session', ...expected } },
      others: { csrftoken: 'csrf' },
    },
  };
}

export const djangoApps: readonly FrameworkApp[] = [
  app({
    name: 'sessions-in-files',
    form: 'sound',
    variant: 'files',
    expected: { lifetime: 'fixed', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'signed-cookies',
    form: 'sound',
    variant: 'cookies',
    // `payload:time:signature`
    idOf: (value) => value.split(':')[0] ?? value,
    expected: { lifetime: 'browser-session', login: ['failed', 'rotated'], logout: ['cleared'] },
  }),
  app({
    name: 'a-login-of-its-own',
    form: 'flawed',
    variant: 'own',
    expected: {
      lifetime: 'sliding',
      login: ['failed', 'kept'],
      logout: ['not-cleared', 'dead-after-logout'],
    },
  }),
];
