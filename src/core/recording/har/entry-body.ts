/** Names of a recorded body's fields: of the parameters the tool told apart, else of the text. */
import { fieldsNamed, fieldsOfText, MAX_BODY_OCTETS } from '../body-fields.ts';
import type { BodyFields } from '../fact.ts';
import { list, record, text } from './values.ts';

export function entryBody(postData: unknown): BodyFields | null {
  const data = record(postData);
  if (data === null) return null;
  const body = withoutHeaders(text(data.text));
  const ofText = body.length > MAX_BODY_OCTETS ? null : fieldsOfText(body);
  // Some tools read a form out of whatever there is: JSON then is one parameter, its text the name.
  if (ofText !== null && ofText.format !== 'form') return ofText;
  const names = list(data.params).flatMap((param) => nameOf(param) ?? []);
  if (names.length === 0) return ofText;
  return fieldsNamed(/^multipart\//i.test(text(data.mimeType)) ? 'multipart' : 'form', names);
}

function nameOf(param: unknown): string | null {
  const name = record(param)?.name;
  if (typeof name !== 'string' || name === '') return null;
  if (!/[%+]/.test(name)) return name;
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/** Firefox puts the body's own headers before a form. */
function withoutHeaders(body: string): string {
  if (!/^content-(?:type|length|disposition):/i.test(body)) return body;
  const blank = /\r?\n\r?\n/.exec(body);
  return blank === null ? '' : body.slice(blank.index + blank[0].length);
}
