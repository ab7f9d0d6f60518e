/** The frameworks whose words we know. */
export const frameworks = [
  'node-http',
  'express',
  'express-session',
  'cookie-session',
  'fastify',
  'koa',
  'adonisjs',
  'nextjs',
  'django',
  'flask',
  'rails',
  'laravel',
  'php',
  'spring',
  'aspnet-core',
  'nginx',
] as const;

export type Framework = (typeof frameworks)[number];

export const frameworkNames: Readonly<Record<Framework, string>> = {
  'node-http': 'Node.js http',
  express: 'Express',
  'express-session': 'express-session',
  'cookie-session': 'cookie-session',
  fastify: 'Fastify',
  koa: 'Koa',
  adonisjs: 'AdonisJS',
  nextjs: 'Next.js',
  django: 'Django',
  flask: 'Flask',
  rails: 'Rails',
  laravel: 'Laravel',
  php: 'PHP',
  spring: 'Spring',
  'aspnet-core': 'ASP.NET Core',
  nginx: 'nginx',
};

export function isFramework(value: unknown): value is Framework {
  return frameworks.includes(value as Framework);
}
