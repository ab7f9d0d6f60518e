/** The panel's tabs, in order. A new feature is its folder and one line here. */
import { cookies } from './cookies/index.tsx';
import type { Feature } from './feature.ts';
import { traffic } from './traffic/index.tsx';
import { whatIf } from './what-if/index.tsx';

export const features: readonly Feature[] = [cookies, traffic, whatIf];
