import { Text } from '../../ui/text.tsx';
import { plainText } from '../../ui/visible-text.ts';
import { urlParts } from '../mask.ts';
import { usePanel } from '../panel.ts';
import styles from './parts.module.css';

/** A URL with its path in front of one's eyes; what may be secret in it is masked with the values. */
export function Url({ url, short = false }: { readonly url: string; readonly short?: boolean }) {
  const { showValues } = usePanel().store;
  const { origin, path } = urlParts(url, showValues.value);
  return (
    <span class={styles.url} title={plainText(origin + path).slice(0, 2_000)}>
      {!short && <span class={styles.origin}>{origin}</span>}
      <Text text={path} limit={short ? 200 : 2_000} />
    </span>
  );
}
