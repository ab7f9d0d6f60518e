/** Spring Boot 3 and 4 with Spring Security 6 and 7. */
import type { FrameworkFixes } from '../fix.ts';
import { capital, double, lines } from '../literals.ts';

const PROPERTIES = 'application.properties';
const security = (...calls: readonly string[]) =>
  lines(
    '@Bean',
    'SecurityFilterChain security(HttpSecurity http) throws Exception {',
    '  http',
    ...calls.map((call) => `    ${call}`),
    '  return http.build();',
    '}',
  );

/** `httpOnly` lines of application.properties hold no line ends: a name is a word of it. */
const property = (text: string) => text.replace(/[^\x21-\x7E]/g, '?');

export const spring: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
    if (/session/i.test(name)) {
      const key = 'server.servlet.session.cookie';
      return {
        file: PROPERTIES,
        code: lines(
          `${key}.name=${property(name)}`,
          `${key}.secure=${secure}`,
          `${key}.http-only=${httpOnly}`,
          `${key}.same-site=${sameSite}`,
          path !== '/' && `${key}.path=${property(path)}`,
          domain !== undefined && `${key}.domain=${property(domain)}`,
          maxAge !== undefined && `${key}.max-age=${maxAge}s`,
          partitioned && `${key}.partitioned=true`,
        ),
      };
    }
    return {
      code: lines(
        `ResponseCookie cookie = ResponseCookie.from(${double(name)}, value)`,
        `    .path(${double(path)}).secure(${secure}).httpOnly(${httpOnly}).sameSite(${double(capital(sameSite))})`,
        domain !== undefined && `    .domain(${double(domain)})`,
        partitioned && '    .partitioned(true)',
        maxAge !== undefined && `    .maxAge(Duration.ofSeconds(${maxAge}))`,
        '    .build();',
        'response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: lines(
      `ResponseCookie gone = ResponseCookie.from(${double(cookie.name)}, "").path(${double(cookie.path)})${cookie.domain === undefined ? '' : `.domain(${double(cookie.domain)})`}.maxAge(0).build();`,
      'response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());',
    ),
  }),
  rotate: () => ({
    code: security(
      '.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));',
    ),
    note: 'This is the default: look for `sessionFixation().none()`, or for a login that is made by hand without `SessionAuthenticationStrategy`.',
  }),
  logout: ({ cookie }) => ({
    code: security(
      '.logout(logout -> logout',
      `  .invalidateHttpSession(true).deleteCookies(${double(cookie.name)})`,
      '  .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.COOKIES, Directive.STORAGE))));',
    ),
  }),
  lifetime: () => ({
    file: PROPERTIES,
    code: 'server.servlet.session.timeout=30m',
    note: 'That is the idle time. For an absolute end compare `session.getCreationTime()` with 8 hours in a filter, and invalidate.',
  }),
  lazy: () => ({
    code: security(
      '.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED));',
    ),
  }),
  id: () => ({ code: '// Leave it to the container (128 bits) or Spring Session (UUID v4, 122 bits).' }),
  state: () => ({
    file: PROPERTIES,
    code: lines(
      'server.servlet.session.tracking-modes=cookie',
      '# the data in the session: spring-session-jdbc or spring-session-data-redis',
    ),
  }),
  csrf: () => ({
    code: security('.csrf(Customizer.withDefaults());'),
    note: 'It is on by default; Thymeleaf’s `th:action` puts the token into each form.',
  }),
  headers: ({ headers }) => ({
    code: security(
      '.headers(headers -> headers',
      ...headers.map(
        ({ name, value }) => `  .addHeaderWriter(new StaticHeadersWriter(${double(name)}, ${double(value)}))`,
      ),
      ');',
    ),
  }),
  'no-store': () => ({
    code: security(
      '.headers(headers -> headers.cacheControl(Customizer.withDefaults())); // no-store, the default',
    ),
  }),
  https: () => ({
    code: security(
      '.redirectToHttps(Customizer.withDefaults())',
      '.headers(headers -> headers.httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(31536000).includeSubDomains(true)));',
    ),
    note: 'Behind a proxy that ends TLS: `server.forward-headers-strategy=framework`.',
  }),
};
