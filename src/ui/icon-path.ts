import type { IconNode } from 'lucide';

/**
 * An icon's shapes as the data of one path: a list draws hundreds of icons, and each shape is a node.
 * null where a shape has a style of its own, or is none we can turn into a path.
 */
export function iconPath(icon: IconNode): string | null {
  const held = paths.get(icon);
  if (held !== undefined) return held;
  const parts = icon.map(([tag, attributes]) => shapePath(tag, attributes));
  const path = parts.every((part) => part !== null) ? parts.join('') : null;
  paths.set(icon, path);
  return path;
}

const paths = new WeakMap<IconNode, string | null>();

function shapePath(tag: string, attributes: IconNode[number][1]): string | null {
  if ('fill' in attributes) return null;
  const number = (name: string) => Number((attributes as Record<string, unknown>)[name] ?? 0);
  switch (tag) {
    case 'path':
      return absolute(String(attributes.d ?? ''));
    case 'circle': {
      const r = number('r');
      return `M${number('cx') - r} ${number('cy')}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`;
    }
    case 'line':
      return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
    default:
      return null;
  }
}

/** `10.852.923` is two numbers: a second point begins the next one. */
const FIRST_MOVE = /^m\s*(-?\d*\.?\d+)[\s,]*(-?\d*\.?\d+)\s*/;

/**
 * A first move that is relative is from 0,0 when the path stands alone. Further pairs after it are lines, and
 * stay relative (SVG 2 section 9.3.3).
 */
function absolute(data: string): string {
  const move = FIRST_MOVE.exec(data);
  if (!move) return data;
  const rest = data.slice(move[0].length);
  return `M${move[1]} ${move[2]}${/^[-\d.]/.test(rest) ? 'l' : ''}${rest}`;
}
