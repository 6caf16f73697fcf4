import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { CopyCode, CopyField } from '@/parts/copy-field';
import { ProblemAlert } from '@/parts/problem-alert';
import { firstCalls, unshown, type Keys } from './calls';
import { useTexts } from './texts';

const shownFor = 120_000; // ms

async function readKeys(application: string): Promise<Keys> {
  const { credentials } = await answered(portal.GET('/applications/{application}/credentials', { params: { path: { application } } }));
  const current = credentials[0];
  return current ? { clientId: current.clientId, clientSecret: current.clientSecret } : unshown;
}

/** The calls to copy. The key and the secret are fetched and put in when that is asked for, and taken out again. */
export function FirstCalls({ application }: { application: PortalSchemas['Application'] }) {
  const t = useTexts();
  const keys = useMutation({ mutationFn: () => readKeys(application.id), gcTime: 0 });
  const { data, reset } = keys;
  useEffect(() => {
    if (!data) {
      return undefined;
    }
    const timer = setTimeout(reset, shownFor);
    return () => clearTimeout(timer);
  }, [data, reset]);
  const calls = firstCalls(window.location.origin, data ?? { ...unshown, clientId: application.clientId ?? unshown.clientId });
  const listed = [
    { title: t('callLookUp'), text: t('callLookUpText'), code: calls.lookUp },
    { title: t('callToken'), text: t('callTokenText'), code: calls.token },
    { title: t('callCustomer'), text: t('callCustomerText'), code: calls.customer },
  ];
  return (
    <Stack gap="md">
      {application.clientId !== undefined && <CopyField label={t('clientId')} value={application.clientId} />}
      <Stack component="ol" gap="md" className="plain-list" aria-label={t('calls')}>
        {listed.map(({ title, text, code }, i) => (
          <li key={title}>
            <Title order={3}>
              {i + 1}. {title}
            </Title>
            <Text size="sm" c="dimmed" mb={6}>
              {text}
            </Text>
            <CopyCode code={code} what={title} />
          </li>
        ))}
      </Stack>
      {keys.isError && <ProblemAlert error={keys.error} />}
      <Group gap="sm">
        <Button variant="light" loading={keys.isPending} onClick={() => (data ? reset() : keys.mutate())}>
          {t(data ? 'hideKeys' : 'showKeys')}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {data ? t('keysShown') : ''}
        </Text>
      </Group>
    </Stack>
  );
}
