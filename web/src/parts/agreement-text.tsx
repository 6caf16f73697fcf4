import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { useShellTexts } from '@/app/shell-texts';
import { QueryView } from './query-view';

/** An agreement in one version, to be read before it is accepted. */
export function AgreementText({ agreement, version }: { agreement: string; version: number }) {
  const t = useShellTexts();
  const query = useQuery({
    queryKey: ['agreements', agreement, version],
    queryFn: () => answered(portal.GET('/agreements/{agreement}', { params: { path: { agreement }, query: { version } } })),
  });
  return (
    <QueryView query={query} loading={t('loadingAgreement')}>
      {(x) => (
        <Stack gap={6} mb="xs">
          <Title order={3}>{x.title}</Title>
          {/* It scrolls, so the keyboard must reach it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="agreement prose" tabIndex={0} role="region" aria-label={x.title}>
            {x.text}
          </div>
        </Stack>
      )}
    </QueryView>
  );
}
