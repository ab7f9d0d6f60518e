import { type KnownAttribute, knownAttribute } from './known-attribute.ts';
import { maxAttributeOctets } from './limits.ts';
import { utf8Length } from './octets.ts';
import type { Attribute, Browser } from './types.ts';

/** True where the value is too long for the attribute to count. Source: RFC 6265bis section 5.6, step 6.6. */
export function isOversize({ value }: Attribute): boolean {
  return value.length > maxAttributeOctets || utf8Length(value) > maxAttributeOctets;
}

/** The value, as written, of the attribute that counts among several of one name: the last that is not oversize. */
export function writtenValue(
  attributes: readonly Attribute[],
  name: KnownAttribute,
  browser: Browser,
): string | undefined {
  for (let index = attributes.length - 1; index >= 0; index -= 1) {
    const attribute = attributes[index];
    if (attribute === undefined) continue;
    if (knownAttribute(attribute.name, browser) === name && !isOversize(attribute)) return attribute.value;
  }
  return undefined;
}
