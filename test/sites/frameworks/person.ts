import type { Page } from 'playwright';
import { type FrameworkApp, PASSWORD, USER, WRONG_PASSWORD } from './framework-app.ts';

/** What a person does on an app's pages. */

export async function lookAround(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/`);
  await follow(page, 'Home');
}

/** A click without a look for what covers the link: much quicker than a locator's, and there are hundreds. */
export async function follow(page: Page, link: string): Promise<void> {
  const shown = page.waitForEvent('load');
  await page.evaluate((name) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
    links.find(({ textContent }) => textContent === name)?.click();
  }, link);
  await shown;
}

export async function fillIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('User name').fill(USER);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}

export async function logInWrongly(page: Page): Promise<void> {
  await follow(page, 'Sign in');
  await fillIn(page, WRONG_PASSWORD);
  await page.getByRole('alert').waitFor();
}

export async function logIn(page: Page): Promise<void> {
  await follow(page, 'Sign in');
  await fillIn(page, PASSWORD);
  await isLoggedIn(page);
}

export async function isLoggedIn(page: Page): Promise<void> {
  await page.getByText(`Signed in as ${USER}`).waitFor();
}

export async function use(page: Page): Promise<void> {
  await follow(page, 'Home');
  await follow(page, 'Account');
  await isLoggedIn(page);
}

/** And looks whether the account is closed now. */
export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('Hello, ').waitFor();
  await page.waitForLoadState();
  await follow(page, 'Account');
  await page.getByRole('heading', { name: /Account|Sign in/ }).waitFor();
}

export async function wholeVisit(page: Page, origin: string): Promise<void> {
  await lookAround(page, origin);
  await logInWrongly(page);
  await logIn(page);
  await use(page);
  await logOut(page);
}

export function visitOf({ visit }: FrameworkApp): (page: Page, origin: string) => Promise<void> {
  return visit ?? wholeVisit;
}
