import { generate } from 'selfsigned';

const DNS_NAME = 2;
const DAY = 86_400_000;

/**
 * A self-signed certificate for these host names, in PEM, made anew at each call: nothing private is committed.
 * Valid from an hour ago (clocks differ) for a week.
 */
export async function makeCertificate(hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const now = Date.now();
  const made = await generate([{ name: 'commonName', value: hosts[0] ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - DAY / 24),
    notAfterDate: new Date(now + 7 * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: DNS_NAME, value })) },
    ],
  });
  return { key: made.private, cert: made.cert };
}
