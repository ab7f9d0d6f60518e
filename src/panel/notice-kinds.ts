import type { Store } from './store.ts';

export type NoticeKind = 'reconnecting' | 'no-access' | 'paused' | 'gap' | 'dropped' | 'scripts';

/** What limits what is shown, most pressing first. Empty lists say these things themselves. */
export function noticesOf(store: Store): readonly NoticeKind[] {
  store.version.value;
  const recording = store.recording.value;
  const tab = store.tab.value;
  const filled = recording.cookies.size > 0 || recording.setCookies.size > 0;
  const notices: NoticeKind[] = [];
  if (store.status.value === 'reconnecting') notices.push('reconnecting');
  if (tab?.access === 'missing' && filled) notices.push('no-access');
  if (tab?.recording === false) notices.push('paused');
  else if (recording.moments.some((moment) => moment.kind === 'gap')) notices.push('gap');
  // What a person cleared is not missed; what went for want of room is.
  const cut = recording.moments.some((moment) => moment.kind === 'cut' && moment.reason === 'limit');
  if (cut && recording.dropped.requests > 0) notices.push('dropped');
  if (tab?.scripts && tab.recording) notices.push('scripts');
  return notices;
}
