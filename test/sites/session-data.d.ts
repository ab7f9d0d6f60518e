import 'express-session';

declare module 'express-session' {
  interface SessionData {
    user: string;
    csrfToken: string;
    /** Epoch milliseconds: when the session began, and its last request. */
    startedAt: number;
    usedAt: number;
    /** A line to show once on the next page. */
    notice: string;
  }
}
