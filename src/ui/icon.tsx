import type { IconNode } from 'lucide';
import { h } from 'preact';
import { iconPath } from './icon-path.ts';

interface IconProps {
  /** One icon of the set, imported by its name. */
  readonly node: IconNode;
  readonly size?: number;
  /** What it says where no word stands beside it; without, it is decoration. */
  readonly label?: string;
  readonly class?: string | undefined;
}

/** An icon of the lucide set (ISC licence), drawn from its node list. */
export function Icon({ node, size = 14, label, class: className }: IconProps) {
  const path = iconPath(node);
  return h(
    'svg',
    {
      class: className,
      width: size,
      height: size,
      viewBox: '0 0 24 24',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 2,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      style: 'flex: none',
      ...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' }),
    },
    path === null ? node.map(([tag, attributes]) => h(tag, attributes)) : h('path', { d: path }),
  );
}
