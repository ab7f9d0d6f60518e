/**
 * The only globals the core may touch beyond the language: WHATWG URL, and crypto for one documented default.
 * Both exist in every browser, worker and Node >= 20. Declared here because the core compiles without DOM types.
 */
declare class URL {
  constructor(url: string, base?: string);
  readonly href: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly host: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly origin: string;
  username: string;
  password: string;
  readonly searchParams: Iterable<[string, string]>;
  static canParse(url: string, base?: string): boolean;
}
declare const crypto: { getRandomValues<T extends Uint8Array>(array: T): T };
