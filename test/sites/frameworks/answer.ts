import type { IncomingMessage } from 'node:http';
import { PASSWORD, USER } from './framework-app.ts';
import { accountPage, homePage, loginPage } from './pages.ts';

/** Whoever sends a request, as a framework's session has it. */
export type Visitor = {
  readonly user: string | null;
  logIn(user: string): Promise<void> | void;
  logOut(): Promise<void> | void;
};

export type Answer =
  | { readonly status: 200 | 401 | 404; readonly body: string }
  | { readonly status: 303; readonly location: string };

const see = (location: string): Answer => ({ status: 303, location });

/** The same four pages for every framework. A wrong password is answered by the form again. */
export async function answer(
  method: string,
  path: string,
  form: URLSearchParams,
  visitor: Visitor,
): Promise<Answer> {
  switch (`${method} ${path}`) {
    case 'GET /':
      return { status: 200, body: homePage(visitor.user) };
    case 'GET /login':
      return { status: 200, body: loginPage() };
    case 'POST /login': {
      if (form.get('username') !== USER || form.get('password') !== PASSWORD)
        return { status: 200, body: loginPage({ error: 'Wrong password.' }) };
      await visitor.logIn(USER);
      return see('/account');
    }
    case 'GET /account':
      return visitor.user === null ? see('/login') : { status: 200, body: accountPage(visitor.user) };
    case 'POST /logout':
      await visitor.logOut();
      return see('/');
    default:
      return { status: 404, body: 'Not found.' };
  }
}

export async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return new URLSearchParams(text);
}
