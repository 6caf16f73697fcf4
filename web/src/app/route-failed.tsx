import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouteError } from 'react-router';
import { CallFailed } from '@/api/problem';
import { ProblemAlert } from '@/parts/problem-alert';
import { useShellTexts } from './shell-texts';

/** What stands in the place of a page that has failed or could not be loaded. */
export function RouteFailed() {
  const t = useShellTexts();
  const error = useRouteError();
  const reload = () => window.location.reload();
  if (error instanceof CallFailed) {
    return <ProblemAlert error={error} retry={reload} />;
  }
  // A module that cannot be fetched is a TypeError in every browser.
  const outdated = error instanceof TypeError && /import|module/i.test(error.message);
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t(outdated ? 'outdated' : 'failed')} role="alert">
      <Stack align="start" gap="sm">
        <Text size="sm">{t(outdated ? 'outdatedHandling' : 'failedHandling')}</Text>
        <Button size="compact-sm" variant="default" onClick={reload}>
          {t('reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
