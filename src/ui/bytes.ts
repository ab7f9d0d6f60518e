import { pageLanguage } from './page-language.ts';

/** Sizes as people read them: "512 B", "4.1 kB" (of 1,000, as network panels count). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const kilo = bytes / 1_000;
  return kilo < 1_000 ? `${round(kilo)} kB` : `${round(kilo / 1_000)} MB`;
}

function round(value: number): string {
  const digits = value < 10 ? 1 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return value.toLocaleString(pageLanguage(), format);
}
