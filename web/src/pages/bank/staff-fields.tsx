import { Select, Text, TextInput } from '@mantine/core';
import { useTexts } from './texts';

export const staffRoles = ['reviewer', 'bank-admin'] as const;

/** Chooses a role at the bank, and says what it may do. */
export function RoleField(input: object) {
  const t = useTexts();
  return (
    <>
      <Select label={t('role')} data={staffRoles.map((r) => ({ value: r, label: t(`role_${r}`) }))} allowDeselect={false} {...input} />
      <Text size="sm" c="dimmed">
        {t('rolesText')}
      </Text>
    </>
  );
}

/** The address that an invitation is sent to. */
export function EmailField(input: object) {
  const t = useTexts();
  return <TextInput label={t('email')} type="email" required {...input} />;
}
