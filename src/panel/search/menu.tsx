import { Bookmark } from 'lucide';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../platform/i18n.ts';
import { Popover } from '../../ui/popover.tsx';
import styles from './search.module.css';
import type { SheetProps } from './sheet-props.ts';

/** The button of what is kept, and of the examples. */
export function SearchMenu({ input }: SheetProps) {
  return (
    <div class={styles.menu}>
      <Popover icon={Bookmark} label={t('search_menu')}>
        {() => <LazySheet input={input} />}
      </Popover>
    </div>
  );
}

/** Its code is loaded when it is first opened. */
function LazySheet(props: SheetProps) {
  const [loaded, setLoaded] = useState<{ readonly Sheet: ComponentType<SheetProps> } | null>(null);
  useEffect(() => {
    import('./sheet.tsx').then(
      ({ SearchSheet }) => setLoaded({ Sheet: SearchSheet }),
      (error) => console.error('Crumbtrail: search', String(error)),
    );
  }, []);
  return loaded && <loaded.Sheet {...props} />;
}
