import type { Page, Response } from 'playwright';
import type { Sites } from './start.ts';
import { DEMO_PASSWORD, DEMO_USER } from './users.ts';

/** What a person does on the demo sites. `origin` is one of a site's addresses, e.g. `sites.flawed.https`. */

export async function visitHome(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
}

async function signIn(page: Page, origin: string, password: string, remember: boolean): Promise<void> {
  await page.goto(`${origin}/login`);
  await page.getByLabel('User name').fill(DEMO_USER);
  await page.getByLabel('Password', { exact: true }).fill(password);
  if (remember) await page.getByLabel('Remember me on this device').check();
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function loginWithWrongPassword(page: Page, origin: string): Promise<void> {
  await signIn(page, origin, 'not the password', false);
  await page.getByRole('alert').waitFor();
}

/** Ends on the account page. `remember` is the flawed site's only. */
export async function login(page: Page, origin: string, remember = false): Promise<void> {
  await signIn(page, origin, DEMO_PASSWORD, remember);
  await page.waitForURL('**/account');
}

export async function useAccount(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  await page.getByRole('link', { name: 'Account' }).click();
  await page.getByRole('heading', { name: 'Account' }).waitFor();
}

/** The sound site asks for the password as well. */
export async function changeEmail(page: Page, origin: string, email: string): Promise<void> {
  await page.goto(`${origin}/account`);
  await page.getByLabel('New e-mail address').fill(email);
  const password = page.getByLabel('Current password');
  if ((await password.count()) > 0) await password.fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Save e-mail' }).click();
  await page.getByText(email).waitFor();
}

export async function switchTheme(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  const light = page.getByRole('button', { name: 'Light theme' });
  const dark = page.getByRole('button', { name: 'Dark theme' });
  const isDark = await light.isVisible();
  await (isDark ? light : dark).click();
  await (isDark ? dark : light).waitFor();
}

export async function logout(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/signed-out');
}

/** The flawed site's second way to sign out, whose deletion names the wrong path. */
export async function logoutWithWrongPath(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/signout`);
  await page.getByRole('button', { name: 'Sign out, clear the wrong path' }).click();
  await page.waitForURL('**/signed-out');
}

export async function visitOrders(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/orders`);
}

export async function fillCart(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/cart`);
  await page.getByRole('button', { name: 'Keep it for later' }).click();
  await page.waitForURL('**/cart');
}

/** Waits for the frame too. Over HTTP `locked` is only refused after a visit over HTTPS. */
export async function visitRejected(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/rejected`, { waitUntil: 'load' });
}

export async function visitAdjusted(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/adjusted`);
}

export async function visitFrame(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/frame`, { waitUntil: 'load' });
}

export async function visitScript(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/script`);
  await page.getByText('Done: the token is written.').waitFor();
}

export async function followRedirects(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/redirect`);
  await page.getByRole('link', { name: 'Follow the redirects' }).click();
  await page.waitForURL('**/landed');
}

export async function visitImage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/image`, { waitUntil: 'load' });
}

/** Needs HTTPS. */
export async function visitServiceWorker(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/worker`);
  await page.getByText('Done: sw_own and sw_through are set.').waitFor();
}

/** A page of the edge sites that works by itself, e.g. `/burst?n=200`; until it says it is done. */
export async function runEdge(page: Page, url: string): Promise<Response | null> {
  const response = await page.goto(url);
  await page.locator('#state', { hasText: 'done' }).waitFor({ timeout: 120_000 });
  return response;
}

/** The whole flawed shop, as a tester would go through it: one failed login, one good one, sign out, and all else. */
export async function flawedTour(page: Page, sites: Sites): Promise<void> {
  const origin = sites.flawed.https;
  await visitHome(page, origin);
  await loginWithWrongPassword(page, origin);
  await login(page, origin, true);
  await useAccount(page, origin);
  await changeEmail(page, origin, 'demo.user@example.com');
  await switchTheme(page, origin);
  await visitOrders(page, origin);
  await fillCart(page, origin);
  await visitScript(page, origin);
  await logout(page, origin);
  for (const visit of [
    visitRejected,
    visitAdjusted,
    visitFrame,
    followRedirects,
    visitImage,
    visitServiceWorker,
  ]) {
    await visit(page, origin);
  }
  await visitRejected(page, sites.flawed.http);
  await visitHome(page, sites.flawed.http);
}

/** The whole sound shop. */
export async function soundTour(page: Page, sites: Sites): Promise<void> {
  await visitHome(page, sites.sound.http);
  const origin = sites.sound.https;
  await loginWithWrongPassword(page, origin);
  await login(page, origin);
  await useAccount(page, origin);
  await changeEmail(page, origin, 'demo.user@example.com');
  await switchTheme(page, origin);
  await logout(page, origin);
  await visitHome(page, origin);
}
