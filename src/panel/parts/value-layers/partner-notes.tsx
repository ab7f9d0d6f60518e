import { Text } from '../../../ui/text.tsx';
import { Phrase } from '../phrase.tsx';
import type { Partners } from './partners.ts';
import styles from './value-layers.module.css';

/** That a value goes on in other cookies, or that another cookie signs it. */
export function PartnerNotes({ partners }: { readonly partners: Partners }) {
  const { parts, signedBy, signs } = partners;
  const name = (of: string) => (
    <code>
      <Text text={of} limit={120} />
    </code>
  );
  return (
    <>
      {parts.length > 1 && (
        <p class={styles.faint}>
          <Phrase
            of="layers_joined"
            parts={[parts.length, name(parts[0]?.name ?? ''), name(parts.at(-1)?.name ?? '')]}
          />
        </p>
      )}
      {signedBy !== null && (
        <p class={styles.faint}>
          <Phrase of="layers_signed_by" parts={[name(signedBy)]} />
        </p>
      )}
      {signs !== null && (
        <p class={styles.faint}>
          <Phrase of="layers_signs" parts={[name(signs)]} />
        </p>
      )}
    </>
  );
}
