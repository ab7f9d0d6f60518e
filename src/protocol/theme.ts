export const THEME = 'theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export type ThemeName = Exclude<Theme, 'system'>;

/** What stands in `data-theme`; null: as the browser says. */
export function themeName(value: unknown): ThemeName | null {
  return value === 'light' || value === 'dark' ? value : null;
}
