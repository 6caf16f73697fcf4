import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '@/parts/page-header';
import { useShellTexts } from './shell-texts';

/** What stands at an address that leads nowhere. */
export function NotFound() {
  const t = useShellTexts();
  return (
    <Stack align="start">
      <PageHeader title={t('notFound')} />
      <Text>{t('notFoundText')}</Text>
      <Button component={Link} to="/" variant="light">
        {t('toStart')}
      </Button>
    </Stack>
  );
}
