/** Rails 8. */
import type { FrameworkFixes } from '../fix.ts';
import { lines, single } from '../literals.ts';

const DAYS = 86_400;
function span(seconds: number): string {
  return seconds % DAYS === 0
    ? `${seconds / DAYS}.days`
    : seconds % 3600 === 0
      ? `${seconds / 3600}.hours`
      : `${seconds}.seconds`;
}

export const rails: FrameworkFixes = {
  cookie: ({ cookie }) => {
    const { name, domain, path, secure, httpOnly, sameSite, partitioned, maxAge } = cookie;
    const options = lines(
      `  secure: ${secure},`,
      `  httponly: ${httpOnly},`,
      `  same_site: :${sameSite},`,
      path !== '/' && `  path: ${single(path)},`,
      domain !== undefined && `  domain: ${single(domain)},`,
      partitioned && '  partitioned: true,',
    );
    if (/_session$/.test(name)) {
      return {
        file: 'config/initializers/session_store.rb',
        code: lines(
          'Rails.application.config.session_store :cookie_store,',
          `  key: ${single(name)},`,
          options.replace(/,$/, maxAge === undefined ? '' : ','),
          maxAge !== undefined && `  expire_after: ${span(maxAge)}`,
        ),
      };
    }
    return {
      code: lines(
        `cookies[${single(name)}] = {`,
        '  value: value,',
        options,
        maxAge !== undefined && `  expires: ${span(maxAge)},`,
        '}',
      ),
    };
  },
  delete: ({ cookie }) => ({
    code: `cookies.delete(${single(cookie.name)}, path: ${single(cookie.path)}${cookie.domain === undefined ? '' : `, domain: ${single(cookie.domain)}`})`,
  }),
  rotate: () => ({
    code: lines('reset_session # a new, empty session', 'session[:user_id] = user.id'),
    note: 'Devise and the authentication generator of Rails 8 do this by themselves.',
  }),
  logout: () => ({
    code: lines(
      'def destroy',
      '  Current.session&.destroy # the record: the old cookie opens nothing any more',
      '  reset_session',
      '  response.set_header(\'Clear-Site-Data\', \'"cookies", "storage"\')',
      '  redirect_to root_path, status: :see_other',
      'end',
    ),
    note: 'With the cookie store alone an old copy stays valid: keep sessions in a table, as the generator does.',
  }),
  lifetime: () => ({
    file: 'config/initializers/session_store.rb',
    code: lines(
      'Rails.application.config.session_store :cookie_store, expire_after: 30.minutes # idle',
      '',
      '# ApplicationController',
      'before_action { reset_session if session[:began] && session[:began] < 8.hours.ago.to_i }',
    ),
  }),
  lazy: () => ({ code: 'request.session_options[:skip] = true # where nothing is to be remembered' }),
  id: () => ({
    code: 'SecureRandom.urlsafe_base64(32) # 256 bits; the session store makes its own IDs well',
  }),
  state: () => ({
    file: 'config/initializers/session_store.rb',
    code: 'Rails.application.config.session_store :cache_store # the data stays on the server',
    note: 'For a single value: `cookies.encrypted[:name]` instead of `cookies[:name]`.',
  }),
  csrf: () => ({
    code: lines(
      'class ApplicationController < ActionController::Base',
      '  protect_from_forgery with: :exception',
      'end',
      '# form_with puts the token in; routes that change something: post, patch, delete',
    ),
  }),
  headers: ({ headers }) => ({
    file: 'config/application.rb',
    code: lines(
      'config.action_dispatch.default_headers.merge!(',
      ...headers.map(({ name, value }) => `  ${single(name)} => ${JSON.stringify(value)},`),
      ')',
    ),
    note: 'A policy with nonces: config/initializers/content_security_policy.rb.',
  }),
  'no-store': () => ({ code: 'before_action :no_store' }),
  https: () => ({
    file: 'config/environments/production.rb',
    code: lines(
      'config.force_ssl = true # redirect, HSTS, secure cookies',
      'config.assume_ssl = true # behind a proxy that ends TLS',
    ),
  }),
};
