/** How the command was called is not understood; the message is one sentence. */
export class UsageError extends Error {}

/** A file that cannot be read or written; the message is one line. */
export class FileError extends Error {}
