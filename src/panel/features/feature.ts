import type { IconNode } from 'lucide';
import type { ComponentType } from 'preact';
import type { MessageKey } from '../../platform/i18n.ts';
import type { Panel } from '../panel.ts';
import type { SearchScope } from '../search/scope.ts';

/** A tab of the panel. Its folder holds all of it; sibling features never import each other. */
export interface Feature {
  readonly id: string;
  readonly label: MessageKey;
  readonly icon: IconNode;
  /** Its code: at hand, or loaded when it is first asked for. The same each time. */
  load(): Mount | Promise<Mount>;
}

/** Called once, when the tab is first shown: filters and sorting outlive a change of tab. */
export type Mount = (panel: Panel) => FeatureView;

export interface FeatureView {
  readonly View: ComponentType;
  /** Buttons at the end of the tab line. */
  readonly Actions: ComponentType;
  /** What the search box offers of its rows; without: its list is not searched. */
  readonly search?: SearchScope;
}
