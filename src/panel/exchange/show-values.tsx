import { Eye, EyeOff } from 'lucide';
import { t } from '../../platform/i18n.ts';
import { IconButton } from '../../ui/button.tsx';
import { usePanel } from '../panel.ts';

/** The eye of the toolbar, where a dialog covers that one. */
export function ShowValues() {
  const { showValues } = usePanel().store;
  return (
    <IconButton
      icon={showValues.value ? Eye : EyeOff}
      label={t('show_values')}
      pressed={showValues.value}
      onPress={() => (showValues.value = !showValues.peek())}
    />
  );
}
