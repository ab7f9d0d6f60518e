import type { NavEntry } from '../page.ts';

export const FLAWED_NAV: readonly NavEntry[] = [
  {
    path: '/',
    title: 'Home',
    shows: 'A session for everybody who looks, and a SameSite=None cookie the browser refuses.',
  },
  {
    path: '/login',
    title: 'Sign in',
    shows: 'The session ID stays the same at login; the form has no CSRF token.',
  },
  { path: '/account', title: 'Account', shows: 'A private page that shared caches may keep.' },
  { path: '/orders', title: 'Orders', shows: 'The session ID travels in the address.' },
  { path: '/cart', title: 'Cart', shows: 'Prices and a role that the visitor can change.' },
  {
    path: '/rejected',
    title: 'Rejected cookies',
    shows: 'One cookie for each reason a browser has to refuse it.',
  },
  {
    path: '/adjusted',
    title: 'Adjusted cookies',
    shows: 'Cookies that are stored otherwise than they were sent.',
  },
  {
    path: '/frame',
    title: 'Third parties',
    shows: 'A frame of another site with tracking and partitioned cookies.',
  },
  {
    path: '/script',
    title: 'Script',
    shows: 'A token written by script into a cookie and into web storage.',
  },
  { path: '/redirect', title: 'Redirects', shows: 'Cookies set on the hops, not on the page you land on.' },
  { path: '/image', title: 'Subresource', shows: 'A cookie set by an image of another host of this site.' },
  {
    path: '/worker',
    title: 'Service worker',
    shows: 'Cookies set by what a service worker fetches (HTTPS only).',
  },
  { path: '/signout', title: 'Sign out, two ways', shows: 'One clears nothing, the other the wrong path.' },
];
