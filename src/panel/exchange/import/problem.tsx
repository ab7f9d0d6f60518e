import { CircleX } from 'lucide';
import type { FileProblem } from '../../../core/exchange/types.ts';
import { MOST_ROWS } from '../../../core/exchange/types.ts';
import { formatNumber, type MessageKey, t } from '../../../platform/i18n.ts';
import { formatBytes } from '../../../ui/bytes.ts';
import { Icon } from '../../../ui/icon.tsx';
import styles from '../exchange.module.css';
import { MOST_BYTES } from './file-text.ts';
import type { ImportModel, SourceProblem } from './model.ts';

const FILE_WORDS: Readonly<Record<FileProblem, MessageKey>> = {
  empty: 'import_problem_empty',
  'too-large': 'import_problem_too_large',
  'too-many': 'import_problem_too_many',
  'unknown-format': 'import_problem_unknown_format',
  'not-json': 'import_problem_not_json',
  'needs-url': 'import_problem_needs_url',
  'no-cookies': 'import_problem_no_cookies',
  'newer-version': 'import_problem_newer_version',
};

/** What is wrong with the text as a whole, in one sentence. */
export function SourceProblemText({ model }: { readonly model: ImportModel }) {
  const problem = model.problem.value;
  return (
    <div role="alert">
      {problem !== null && (
        <p class={styles.problem}>
          <Icon node={CircleX} size={13} />
          {sentence(problem)}
        </p>
      )}
    </div>
  );
}

function sentence(problem: SourceProblem): string {
  switch (problem.kind) {
    case 'huge':
      return t('import_problem_huge', formatBytes(problem.bytes), formatBytes(MOST_BYTES));
    case 'file':
      return t(FILE_WORDS[problem.problem], formatNumber(MOST_ROWS));
    case 'unreadable':
      return t('import_problem_unreadable');
    case 'empty':
      return t('import_problem_no_cookies');
    case 'failed':
      return t('import_problem_failed');
  }
}
