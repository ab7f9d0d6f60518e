/** ASP.NET Core 9 and 10. */
import type { FrameworkFixes, WantedCookie } from '../fix.ts';
import { capital, double, lines } from '../literals.ts';

const FILE = 'Program.cs';

function settings(
  { name, domain, path, secure, httpOnly, sameSite, partitioned }: WantedCookie,
  indent: string,
): string {
  return lines(
    `options.Cookie.Name = ${double(name)};`,
    `options.Cookie.SecurePolicy = CookieSecurePolicy.${secure ? 'Always' : 'SameAsRequest'};`,
    `options.Cookie.HttpOnly = ${httpOnly};`,
    `options.Cookie.SameSite = SameSiteMode.${capital(sameSite)};`,
    path !== '/' && `options.Cookie.Path = ${double(path)};`,
    domain !== undefined && `options.Cookie.Domain = ${double(domain)};`,
    partitioned && 'options.Cookie.Extensions.Add("Partitioned");',
  )
    .split('\n')
    .map((line) => indent + line)
    .join('\n');
}

export const aspnetCore: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
    if (/^\.AspNetCore\.|session|identity|auth/i.test(name)) {
      return {
        file: FILE,
        code: lines(
          'builder.Services.ConfigureApplicationCookie(options => // AddSession, AddCookie: the same',
          '{',
          settings(cookie, '    '),
          '});',
        ),
      };
    }
    return {
      code: lines(
        `Response.Cookies.Append(${double(name)}, value, new CookieOptions`,
        '{',
        `    Path = ${double(path)}, Secure = ${secure}, HttpOnly = ${httpOnly}, SameSite = SameSiteMode.${capital(sameSite)},`,
        domain !== undefined && `    Domain = ${double(domain)},`,
        maxAge !== undefined && `    MaxAge = TimeSpan.FromSeconds(${maxAge}),`,
        partitioned && '    Extensions = { "Partitioned" },',
        '});',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: `Response.Cookies.Delete(${double(cookie.name)}, new CookieOptions { Path = ${double(cookie.path)}${cookie.domain === undefined ? '' : `, Domain = ${double(cookie.domain)}`}, Secure = true });`,
  }),
  rotate: () => ({
    code: lines(
      'HttpContext.Session.Clear();',
      'Response.Cookies.Delete(".AspNetCore.Session"); // the next request begins a new one',
      'await HttpContext.SignInAsync(principal); // its cookie is a new one at each sign-in',
    ),
    note: 'Keep what the login decides in the authentication cookie, not in `HttpContext.Session`, whose ID stays the same.',
  }),
  logout: () => ({
    code: lines(
      'await HttpContext.SignOutAsync(); // Identity: signInManager.SignOutAsync()',
      'HttpContext.Session.Clear();',
      'Response.Headers["Clear-Site-Data"] = "\\"cookies\\", \\"storage\\"";',
    ),
    note: 'The ticket in the old cookie stays valid: give AddCookie a `SessionStore` (ITicketStore), or change the security stamp.',
  }),
  lifetime: () => ({
    file: FILE,
    code: lines(
      'builder.Services.ConfigureApplicationCookie(options =>',
      '{',
      '    options.ExpireTimeSpan = TimeSpan.FromMinutes(30);',
      '    options.SlidingExpiration = true; // idle',
      '});',
    ),
    note: 'For an absolute end compare `context.Properties.IssuedUtc` of the first sign-in with 8 hours in `OnValidatePrincipal`.',
  }),
  lazy: () => ({
    file: FILE,
    code: lines('app.MapStaticAssets(); // before the session', 'app.UseSession();'),
  }),
  id: () => ({
    code: 'Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) // 256 bits; the framework’s own IDs are fine',
  }),
  state: () => ({
    file: FILE,
    code: lines(
      'builder.Services.AddStackExchangeRedisCache(...);',
      'builder.Services.AddSession(); // the data stays on the server',
    ),
  }),
  csrf: () => ({
    file: FILE,
    code: lines(
      'builder.Services.AddAntiforgery();',
      'app.UseAntiforgery();',
      '// MVC: [AutoValidateAntiforgeryToken]; the form tag helper puts the token in',
    ),
  }),
  headers: ({ headers }) => ({
    file: FILE,
    code: lines(
      'app.Use(async (context, next) =>',
      '{',
      ...headers.map(
        ({ name, value }) => `    context.Response.Headers[${double(name)}] = ${double(value)};`,
      ),
      '    await next();',
      '});',
    ),
  }),
  'no-store': () => ({ code: '[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]' }),
  https: () => ({
    file: FILE,
    code: lines(
      'builder.Services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));',
      'app.UseHsts();',
      'app.UseHttpsRedirection();',
    ),
  }),
};
