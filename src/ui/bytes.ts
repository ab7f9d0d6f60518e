/** Sizes as people read them: "512 B", "4.1 kB" (of 1,000, as network panels count). */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  const kilo = bytes / 1_000;
  return kilo < 1_000 ? `${round(kilo)} kB` : `${round(kilo / 1_000)} MB`;
}

function round(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}
