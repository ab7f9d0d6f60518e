/** Personal and secret data in readable text. Says what kind there is and never what it says. */
import { cardNumberKind } from './card-number.ts';
import { emailIn } from './email.ts';
import { flattened, parsedFields } from './fields.ts';

export type PersonalKind =
  | 'e-mail address'
  | 'phone number'
  | 'payment card number'
  | 'password'
  | 'name and address';

export interface PersonalData {
  readonly kind: PersonalKind;
  /** `certain`: it can hardly be anything else. `tentative`: its form alone says so. */
  readonly confidence: 'certain' | 'firm' | 'tentative';
}

/**
 * @param key the cookie's own name: `password=…` is a password field like one in JSON.
 */
export function personalData(text: string, key: string): readonly PersonalData[] {
  const fields = [{ key, value: text }, ...flattened(parsedFields(text))];
  const found: PersonalData[] = [];
  if (emailIn(text)) found.push({ kind: 'e-mail address', confidence: 'certain' });
  const card = cardNumberKind(text, key);
  if (card !== null) found.push({ kind: 'payment card number', confidence: card });
  if (fields.some(({ key: name, value }) => isPhone(name, value))) {
    found.push({ kind: 'phone number', confidence: 'firm' });
  }
  if (fields.some(({ key: name, value }, index) => isPasswordKey(name, index === 0) && !isFlag(value))) {
    found.push({ kind: 'password', confidence: 'certain' });
  }
  if (isNameAndAddress(fields)) found.push({ kind: 'name and address', confidence: 'firm' });
  return found;
}

interface Field {
  readonly key: string;
  readonly value: string;
}

/** Letters only, lower case: `first_name` and `firstName` are one key. */
function plainKey(key: string): string {
  return key
    .slice(-40)
    .toLowerCase()
    .replace(/[^a-z]/g, '');
}

const PASSWORD_KEYS = new Set([
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'userpassword',
  'loginpassword',
  'passwort',
  'motdepasse',
  'senha',
  'contrasena',
  'wachtwoord',
  'clientsecret',
  'privatekey',
]);

/** Good as a key among others; as a whole cookie's name too vague. */
const VAGUE_KEYS = new Set(['secret', 'pass', 'passcode', 'pin']);

function isPasswordKey(key: string, isCookieName: boolean): boolean {
  const plain = plainKey(key);
  return PASSWORD_KEYS.has(plain) || (!isCookieName && VAGUE_KEYS.has(plain));
}

/** Empty, yes or no: a state and not a secret. */
function isFlag(value: string): boolean {
  return value.length < 3 || /^(?:true|false|null|none|undefined|yes|required|\*+)$/i.test(value);
}

const PHONE_KEYS = new Set([
  'phone',
  'phonenumber',
  'tel',
  'telephone',
  'mobile',
  'mobilenumber',
  'mobilephone',
  'cellphone',
  'msisdn',
]);
/** E.164 with its plus, grouped or not. */
const INTERNATIONAL = /^\+[1-9][\d ().-]{6,22}\d$/;
const LOCAL = /^[\d ().+/-]{7,24}$/;

function isPhone(key: string, value: string): boolean {
  const digits = value.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15) return false;
  if (PHONE_KEYS.has(plainKey(key))) return LOCAL.test(value);
  return digits >= 9 && INTERNATIONAL.test(value);
}

const FULL_NAMES = new Set([
  'firstname',
  'lastname',
  'fullname',
  'surname',
  'givenname',
  'familyname',
  'forename',
]);
const STREETS = new Set([
  'street',
  'streetaddress',
  'address',
  'addressline',
  'addr',
  'shippingaddress',
  'billingaddress',
  'postaladdress',
]);
const PLACES = new Set(['zip', 'zipcode', 'postcode', 'postalcode', 'city', 'town']);
const IDENTITY = new Set([
  'birthdate',
  'birthday',
  'dateofbirth',
  'dob',
  'ssn',
  'socialsecuritynumber',
  'passportnumber',
  'nationalid',
  'iban',
]);

/** A person can be told from it: first and last name, a name with a street, a date of birth. City alone is a setting. */
function isNameAndAddress(fields: readonly Field[]): boolean {
  const keys = new Set(fields.filter(({ value }) => !isFlag(value)).map(({ key }) => plainKey(key)));
  const any = (known: ReadonlySet<string>) => [...keys].filter((key) => known.has(key)).length;
  const street = any(STREETS) > 0;
  if (any(IDENTITY) > 0 || any(FULL_NAMES) >= 2) return true;
  if (any(FULL_NAMES) === 1) return street || any(PLACES) > 0;
  return street && (any(PLACES) > 0 || keys.has('name'));
}
