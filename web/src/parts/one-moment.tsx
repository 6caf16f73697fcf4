import { Text } from '@mantine/core';
import { useShellTexts } from '@/app/shell-texts';

/** What a button says in the place of its label while it works. */
export function OneMoment() {
  const t = useShellTexts();
  return (
    <Text component="span" inherit>
      {t('oneMoment')}
    </Text>
  );
}
