import type { WorkerMessage } from '../protocol/port.ts';
import { PROTOCOL_VERSION } from '../protocol/version.ts';

const KINDS: ReadonlySet<unknown> = new Set([
  'state',
  'snapshot',
  'delta',
  'ask-return',
  'reply',
  'replay',
  'workbench',
  'work',
  'mismatch',
] satisfies WorkerMessage['kind'][]);

/**
 * What came over the port. The other side is our own worker, and facts come by the thousand: kind and version
 * are checked, what is inside is the worker's word. null: nothing we know.
 */
export function readWorkerMessage(data: unknown): WorkerMessage | 'mismatch' | null {
  if (typeof data !== 'object' || data === null || !('version' in data) || !('kind' in data)) return null;
  if (data.version !== PROTOCOL_VERSION) return 'mismatch';
  return KINDS.has(data.kind) ? (data as WorkerMessage) : null;
}
