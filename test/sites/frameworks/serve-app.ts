import type { RequestListener } from 'node:http';
import { makeCertificate } from '../../helpers/certificate.ts';
import { serve } from '../serve.ts';
import type { Running } from './framework-app.ts';

let certificate: ReturnType<typeof makeCertificate> | undefined;

/** Serves over HTTPS on a free port of 127.0.0.1, under a name of the app's own: ports do not tell cookies apart. */
export async function serveApp(
  host: string,
  listener: RequestListener,
  stop: () => Promise<void> | void = () => undefined,
): Promise<Running> {
  certificate ??= makeCertificate(['*.test']);
  const { ports, close } = await serve(await certificate, () => listener);
  return {
    origin: `https://${host}:${ports.https}`,
    close: async () => {
      await close();
      await stop();
    },
  };
}
