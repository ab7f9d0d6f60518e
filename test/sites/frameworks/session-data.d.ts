import 'express-session';

declare module 'express-session' {
  interface SessionData {
    /** Wrong passwords so far. */
    failures: number;
    /** Who has shown the first factor, and not yet the second. */
    pending: string;
  }
}
