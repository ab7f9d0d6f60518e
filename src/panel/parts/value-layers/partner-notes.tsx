import { Text } from '../../../ui/text.tsx';
import { Phrase } from '../phrase.tsx';
import type { Partners } from './partners.ts';
import styles from './value-layers.module.css';

/** That a value goes on in other cookies, or that another cookie signs it. */
export function PartnerNotes({ partners }: { readonly partners: Partners }) {
  const { joined, signedBy, signs } = partners;
  const name = (of: string) => (
    <code>
      <Text text={of} limit={120} />
    </code>
  );
  return (
    <>
      {joined !== null && (
        <p class={styles.faint}>
          <Phrase
            of="layers_joined"
            parts={[joined.names.length, name(joined.names[0] ?? ''), name(joined.names.at(-1) ?? '')]}
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
