import type { NavEntry } from '../page.ts';

export const SOUND_NAV: readonly NavEntry[] = [
  { path: '/', title: 'Home', shows: 'No cookie at all until one is needed.' },
  {
    path: '/login',
    title: 'Sign in',
    shows: 'A new __Host- session ID at login; the form has a CSRF token.',
  },
  {
    path: '/account',
    title: 'Account',
    shows: 'A private page nobody may keep; changes ask for the password.',
  },
  { path: '/session', title: 'Session', shows: 'How long this session lives: idle and absolute timeout.' },
];
