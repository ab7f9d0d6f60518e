import { html, type Markup } from './html.ts';

/** One entry of a site's navigation: what the page is called and, in one line, what it shows. */
export type NavEntry = { readonly path: string; readonly title: string; readonly shows: string };

export type Frame = {
  readonly site: string;
  readonly nav: readonly NavEntry[];
  readonly path: string;
  readonly user: string | null;
  readonly theme: string | null;
  /** Hidden fields every form of this site carries, e.g. a CSRF token. */
  readonly hidden: Markup | '';
};

/** A whole page of a demo site. */
export function renderPage(frame: Frame, title: string, body: Markup): string {
  const theme = frame.theme === 'dark' || frame.theme === 'light' ? html` data-theme="${frame.theme}"` : '';
  return html`<!doctype html>
<html lang="en"${theme}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${frame.site}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<strong>${frame.site}</strong>
<span>${frame.user === null ? 'Not signed in' : `Signed in as ${frame.user}`}</span>
<form method="post" action="/theme">${frame.hidden}<button>${frame.theme === 'dark' ? 'Light theme' : 'Dark theme'}</button></form>
${frame.user === null ? '' : html`<form method="post" action="/logout">${frame.hidden}<button>Sign out</button></form>`}
</header>
<div class="shell">
<nav aria-label="Pages"><ul>
${frame.nav.map(
  (
    entry,
  ) => html`<li><a href="${entry.path}"${entry.path === frame.path ? html` aria-current="page"` : ''}>${entry.title}</a><small>${entry.shows}</small></li>
`,
)}</ul></nav>
<main>
<h1>${title}</h1>
${body}
</main>
</div>
</body>
</html>
`.text;
}

export function loginForm(hidden: Markup | '', problem: string | null, withRemember: boolean): Markup {
  return html`${problem === null ? '' : html`<p class="error" role="alert">${problem}</p>`}
<form method="post" action="/login">${hidden}
<label for="username">User name</label>
<input type="text" id="username" name="username" autocomplete="username" required>
<label for="password">Password</label>
<input type="password" id="password" name="password" autocomplete="current-password" required>
${withRemember ? html`<label><input type="checkbox" name="remember" value="1"> Remember me on this device</label>` : ''}
<button>Sign in</button>
</form>
<p>The user is <code>demo</code>, the password <code>crumbtrail</code>; anything else is refused.</p>`;
}
