/** The names of a request body's fields, of what webRequest tells. No value is kept, and the body is dropped with the event. */
import { fieldsNamed, fieldsOfText, MAX_BODY_OCTETS } from '../../core/recording/body-fields.ts';
import type { BodyFields } from '../../core/recording/fact.ts';

/** The part of webRequest's details that both browsers share. */
export interface RequestBody {
  readonly formData?: Record<string, unknown> | undefined;
  readonly raw?: readonly { readonly bytes?: ArrayBuffer | undefined }[] | undefined;
}

export function bodyFields(body: RequestBody | null | undefined): BodyFields | null {
  if (body?.formData) return fieldsNamed('form', Object.keys(body.formData));
  const [part] = body?.raw ?? [];
  if (part?.bytes === undefined || part.bytes.byteLength > MAX_BODY_OCTETS) return null;
  return fieldsOfText(new TextDecoder().decode(part.bytes));
}
