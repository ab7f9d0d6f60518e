import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

export const DEMO_USER = 'demo';
export const DEMO_PASSWORD = 'crumbtrail';

/** One site's users: a single demo account, so that both sites can be clicked through at once. */
export type Users = {
  check(name: string, password: string): boolean;
  email: string;
};

export function createUsers(): Users {
  const salt = randomBytes(16);
  const hash = (text: string) => scryptSync(text, salt, 32, { N: 1024 });
  const expected = hash(DEMO_PASSWORD);
  return {
    check: (name, password) => {
      const right = timingSafeEqual(hash(password), expected);
      return right && name === DEMO_USER;
    },
    email: 'demo@example.com',
  };
}
