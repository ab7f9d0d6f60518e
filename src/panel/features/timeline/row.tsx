// biome-ignore-all lint/a11y/useSemanticElements: rows are virtual and drawn, which a <table> cannot be
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, its row is the active descendant
import { ArrowRightLeft, Hourglass } from 'lucide';
import { Component } from 'preact';
import { isSecretRole } from '../../../core/session/roles.ts';
import { endsWithin } from '../../../core/timeline/ends.ts';
import { t } from '../../../platform/i18n.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Text } from '../../../ui/text.tsx';
import type { TimeAxis } from '../../chart/time-axis.ts';
import { cookieRole } from '../../cookie-role.ts';
import { barShape } from './bar-shape.ts';
import { BarSvg } from './bar-svg.tsx';
import styles from './chart.module.css';
import type { BarRow } from './rows.ts';
import { barWords, endedAt, endWords } from './words.ts';

interface RowProps {
  readonly id: string;
  readonly row: BarRow;
  readonly index: number;
  readonly axis: TimeAxis;
  readonly now: number;
  /** Minutes. */
  readonly horizon: number;
  readonly selected: boolean;
  readonly hasEnd: boolean;
  readonly onRequest: (key: string) => void;
}

/** Drawn again only when something of it is another: most rows stay as they are while others change. */
export class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    const now = this.props;
    return (
      next.row !== now.row ||
      next.axis !== now.axis ||
      next.now !== now.now ||
      next.index !== now.index ||
      next.selected !== now.selected ||
      next.hasEnd !== now.hasEnd ||
      next.horizon !== now.horizon
    );
  }

  override render({ id, row, index, axis, now, horizon, selected, hasEnd }: RowProps) {
    const { bar } = row;
    const { cookie } = row.row;
    const soon = bar.end.kind === 'expiry' && endsWithin(bar.end.at, now, horizon * 60_000);
    const isOver = endedAt(bar, now) !== null;
    return (
      <div
        id={id}
        role="row"
        class={styles.row}
        aria-rowindex={index + 2}
        aria-selected={selected}
        data-index={index}
        data-over={isOver || undefined}
      >
        <div role="gridcell" class={styles.name}>
          <span class={styles.cookie}>
            {cookie.name === '' ? <i>{t('cookie_nameless')}</i> : <Text text={cookie.name} limit={80} />}
          </span>{' '}
          <span class={styles.domain}>
            <Text text={cookie.domain} limit={80} />
          </span>
        </div>
        <div role="gridcell" class={styles.bar} aria-label={barWords(bar, now)}>
          {axis.width > 0 && (
            <BarSvg
              shape={barShape(bar, axis, now)}
              width={axis.width}
              isSecret={isSecretRole(cookieRole(cookie))}
              isOver={isOver}
              soon={soon}
            />
          )}
        </div>
        {hasEnd && (
          <div role="gridcell" class={styles.end} data-soon={soon || undefined}>
            {soon && <Icon node={Hourglass} size={12} label={t('timeline_soon')} />}
            <span class={styles.endText}>{endWords(bar, now)}</span>
            {this.requestButton()}
          </div>
        )}
      </div>
    );
  }

  /** Beside the row that the pointer is at; by keys, Shift+Enter does the same. */
  requestButton() {
    const { row, onRequest } = this.props;
    const by = row.bar.end.kind === 'gone' ? row.bar.end.by : row.bar.ticks.at(-1)?.by;
    if (by?.kind !== 'response') return null;
    return (
      <button
        type="button"
        class={styles.go}
        tabIndex={-1}
        aria-label={t('timeline_to_request')}
        title={t('timeline_to_request')}
        onClick={() => onRequest(row.key)}
      >
        <Icon node={ArrowRightLeft} size={12} />
      </button>
    );
  }
}
