import { html, Markup } from '../html.ts';

/** The pages that every app shows, so that one person's hands fit all. */

function page(title: string, main: Markup): string {
  const doctype = '<!doctype html>';
  return (
    doctype +
    html`<html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"></head>
<body><nav><a href="/">Home</a> <a href="/account">Account</a> <a href="/login">Sign in</a></nav>
<main><h1>${title}</h1>${main}</main></body></html>`.text
  );
}

/** @param script ran on the page, as it stands. */
export function homePage(user: string | null, script = ''): string {
  const hello = user === null ? 'Hello, stranger.' : `Hello, ${user}.`;
  return page('Home', html`<p>${hello}</p>${script === '' ? '' : new Markup(`<script>${script}</script>`)}`);
}

export type LoginForm = {
  readonly error?: string | null;
  readonly action?: string;
  /** Names and values of hidden fields. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly remember?: boolean;
};

export function loginPage({
  error = null,
  action = '/login',
  hidden = {},
  remember,
}: LoginForm = {}): string {
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    'Sign in',
    html`${error === null ? '' : html`<p role="alert">${error}</p>`}
<form method="post" action="${action}">${fields}
<label>User name <input name="username" autocomplete="username"></label>
<label>Password <input name="password" type="password" autocomplete="current-password"></label>
${remember ? html`<label><input type="checkbox" name="remember"> Remember me</label>` : ''}
<button>Sign in</button></form>`,
  );
}

export function accountPage(
  user: string,
  logout = '/logout',
  hidden: Readonly<Record<string, string>> = {},
): string {
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return page(
    'Account',
    html`<p>Signed in as ${user}.</p><form method="post" action="${logout}">${fields}<button>Sign out</button></form>`,
  );
}

/** Any other page: one form of one field. */
export function stepPage(title: string, action: string, label: string, field: string, type = 'text'): string {
  return page(
    title,
    html`<form method="post" action="${action}"><label>${label} <input name="${field}" type="${type}"></label><button>Continue</button></form>`,
  );
}

export function anyPage(title: string, main: Markup): string {
  return page(title, main);
}
