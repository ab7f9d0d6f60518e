import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ValueLayersProps } from './value-layers.tsx';

let loaded: ComponentType<ValueLayersProps> | null = null;

/** What stands inside a value. The decoders are not a part of the panel's first load. */
export function ValueLayers(props: ValueLayersProps) {
  const [View, setView] = useState(() => loaded);
  useEffect(() => {
    if (loaded !== null) return;
    let wanted = true;
    import('./value-layers.tsx').then(
      (module) => {
        loaded = module.ValueLayers;
        if (wanted) setView(() => loaded);
      },
      (error) => console.error('Crumbtrail: decoders', String(error)),
    );
    return () => {
      wanted = false;
    };
  }, []);
  return View === null ? null : <View {...props} />;
}
