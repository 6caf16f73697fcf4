import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { portal, type PortalSchemas } from '@/api/clients';
import { answered } from '@/api/problem';
import { useIsAdmin } from '@/app/session';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { State } from '@/parts/state';
import { requestTones } from '@/parts/tones';
import { isWithdrawable } from '@/parts/withdrawable';
import { useChanged } from './data';
import { useTexts } from './texts';

type Request = PortalSchemas['Request'];

interface Props {
  caption: string;
  requests: Request[];
  empty: ReactNode;
}

/** Requests to the bank: what was asked for by whom, and what became of it. */
export function RequestTable({ caption, requests, empty }: Props) {
  const t = useTexts();
  const admin = useIsAdmin();
  const [withdrawn, setWithdrawn] = useState<Request>();
  const actions: Column<Request> = {
    label: t('actions'),
    cell: (r) =>
      isWithdrawable(r) ? (
        <Button size="compact-sm" variant="default" onClick={() => setWithdrawn(r)}>
          {t('withdraw')}
        </Button>
      ) : (
        '–'
      ),
  };
  return (
    <>
      <DataTable
        caption={caption}
        rows={requests}
        rowKey={(r) => r.id}
        empty={empty}
        columns={[
          { label: t('request'), cell: (r) => <What request={r} /> },
          { label: t('askedBy'), cell: (r) => <AskedBy request={r} /> },
          { label: t('state'), cell: (r) => <State tone={requestTones[r.state]}>{t(`request_${r.state}`)}</State> },
          { label: t('decision'), cell: (r) => <Decision request={r} /> },
          ...(admin && requests.some(isWithdrawable) ? [actions] : []),
        ]}
      />
      <Withdrawal request={withdrawn} onClose={() => setWithdrawn(undefined)} />
    </>
  );
}

function What({ request: r }: { request: Request }) {
  const t = useTexts();
  const wanted = [
    r.apis?.join(', '),
    r.stage && t(`stage_${r.stage}`),
    r.plan && t('planNamed', { plan: r.plan }),
    r.accountPlan && t('accountPlanNamed', { access: r.accountPlan.access, quota: r.accountPlan.quota }),
  ].filter((x) => x !== undefined && x !== '');
  return (
    <Stack gap={2}>
      <span>{t(`kind_${r.kind}`)}</span>
      {r.application && (
        <Anchor component={Link} inherit fw={400} to={`/applications/${r.application.id}`} className="breakable">
          {r.application.name}
        </Anchor>
      )}
      {wanted.length > 0 && (
        <Text size="sm" c="dimmed" component="span">
          {wanted.join(' · ')}
        </Text>
      )}
      {r.comment !== undefined && r.comment !== '' && (
        <Text size="sm" component="span" className="prose">
          “{r.comment}”
        </Text>
      )}
    </Stack>
  );
}

function AskedBy({ request: r }: { request: Request }) {
  return (
    <Stack gap={2}>
      <span className="breakable">{r.createdBy.name}</span>
      <Text size="sm" c="dimmed" component="span">
        <Time value={r.createdAt} />
      </Text>
    </Stack>
  );
}

function Decision({ request: { decision: d } }: { request: Request }) {
  const t = useTexts();
  if (!d) {
    return '–';
  }
  return (
    <Stack gap={2}>
      <span className="prose">{d.reason}</span>
      {d.final === true && <Text size="sm" component="span">{t('final')}</Text>}
      <Text size="sm" c="dimmed" component="span">
        <Time value={d.decidedAt} />
      </Text>
    </Stack>
  );
}

function Withdrawal({ request, onClose }: { request: Request | undefined; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const changed = useChanged();
  return (
    <ConfirmDialog
      opened={request !== undefined}
      onClose={onClose}
      title={t('withdrawTitle')}
      text={t('withdrawText')}
      action={t('withdraw')}
      danger
      onConfirm={async () => {
        await answered(portal.POST('/organisation/requests/{request}/withdraw', { params: { path: { request: request?.id ?? '' } } }));
        await Promise.all([changed(), cache.invalidateQueries({ queryKey: ['applications'] })]);
      }}
    />
  );
}
