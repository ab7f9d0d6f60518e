/** What was given is no HAR; the message is for a person, and quotes nothing of the file. */
export class HarError extends Error {
  override readonly name = 'HarError';
}
