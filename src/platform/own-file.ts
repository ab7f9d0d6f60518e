import { native } from './native.ts';

/** JSON of a file in the extension's own folder; nothing leaves the machine. Rejects where it is not there. */
export async function ownFile(path: string): Promise<unknown> {
  const response = await fetch(native.runtime.getURL(path));
  return response.json();
}
