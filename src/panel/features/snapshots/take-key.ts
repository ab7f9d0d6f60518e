import { useKey } from '../../keys/use-key.ts';
import { usePanel } from '../../panel.ts';

/** Takes a snapshot by its key from wherever one is, and shows it. The code for it is loaded then. */
export function TakeKey(): null {
  const panel = usePanel();
  useKey('snapshot', () => {
    if (!panel.store.loaded.peek()) return;
    import('./keeper.ts').then(
      ({ keeperOf }) => {
        keeperOf(panel).take();
        panel.store.feature.value = 'snapshots';
      },
      (error) => console.error('Crumbtrail: snapshot', String(error)),
    );
  });
  return null;
}
