/** What `--help` teaches. */

export const HELP = `crumbtrail: cookies and sessions of recorded traffic, judged by the rules of the browser extension.

  crumbtrail audit FILE.har...           audit recorded traffic
  crumbtrail explain 'SET-COOKIE LINE' --url URL
                                         would a browser store this cookie, and where would it go?
  crumbtrail tokens FILE                 how strong are these session IDs?

  crumbtrail COMMAND --help              more about a command
  crumbtrail --version

Exit codes: 0 nothing found, 1 something found, 2 not understood or unreadable.
`;

export const AUDIT_HELP = `crumbtrail audit FILE.har... [options]

Audits HAR files with the extension's own rules: cookie attributes, session fixation at login, logout,
lifetimes, what values give away, headers around them. "-" reads standard input.

  --format text|json|markdown|html|sarif|junit     default text
  --output FILE                                    instead of standard output
  --fail-on critical|high|medium|low|never         what makes the exit code 1; default high
  --show-values                                    put cookie values into the report (never by default)

A good recording holds a login: an anonymous page, the login, a page behind it, the logout, and a page after it.
  Chrome     Network panel, "Export HAR (with sensitive data)"; the other export holds no cookies
  Firefox    Network panel, gear, "Save All As HAR"
  Playwright browser.newContext({ recordHar: { path: 'login.har' } })

Examples
  crumbtrail audit login.har
  crumbtrail audit *.har --format junit --output cookies.xml --fail-on medium
  curl -s https://ci.example/login.har | crumbtrail audit - --format json

Exit codes: 0 nothing at or above --fail-on, 1 something, 2 bad usage or unreadable input.
`;

export const EXPLAIN_HELP = `crumbtrail explain 'SET-COOKIE LINE' --url URL [options]

Says how a browser reads a Set-Cookie line, whether it stores the cookie and why not, what it changes,
and which requests would carry it.

  --url URL                    of the response that sets it (needed)
  --browser chromium|firefox   whose rules; default chromium
  --top-level-site URL         the page that the response is part of; default: the URL itself

Example
  crumbtrail explain '__Host-sid=1; Path=/; Secure; HttpOnly' --url https://shop.example/login
`;

export const TOKENS_HELP = `crumbtrail tokens FILE

Reads one token a line ("-": standard input) and says how hard they are to guess: length, alphabet, an upper
bound of their entropy, structure, sequence, and the statistical tests that the number of tokens allows.
The tokens themselves are never printed.

Example
  crumbtrail tokens session-ids.txt
`;
