import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sandboxOf, type SandboxSchemas } from '@/api/clients';
import { answered, done } from '@/api/problem';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable } from '@/parts/data-table';
import { Time } from '@/parts/figures';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { useSubmit } from '@/parts/use-submit';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

/** What the sandbox was, kept under names, to go back to. */
export function Snapshots({ application }: { application: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: [...sandboxKey(application), 'snapshots'],
    queryFn: () => answered(sandboxOf(application).GET('/snapshots')),
  });
  return (
    <Section title={t('snapshots')} text={t('snapshotsText')}>
      <Stack gap="md">
        <Take application={application} />
        <QueryView query={query}>{({ snapshots }) => <Kept application={application} snapshots={snapshots} />}</QueryView>
      </Stack>
    </Section>
  );
}

function Take({ application }: { application: string }) {
  const t = useTexts();
  const take = useSandboxChange(application, (s, snapshot: string) =>
    answered(s.PUT('/snapshots/{snapshot}', { params: { path: { snapshot } } })),
  );
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (v) => (/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(v.trim()) ? null : t('badSnapshotName')) },
  });
  const { onSubmit, busy, alert } = useSubmit({ form, send: ({ name }) => take.mutateAsync(name.trim()), onSuccess: () => form.reset() });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Group align="start" gap="xs">
        <TextInput label={t('snapshotName')} {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={busy} mt={{ base: 0, xs: 25 }}>
          {t('take')}
        </Button>
      </Group>
      {alert}
    </form>
  );
}

function Kept({ application, snapshots }: { application: string; snapshots: SandboxSchemas['Snapshot'][] }) {
  const t = useTexts();
  const [asked, setAsked] = useState<{ kind: 'restore' | 'drop'; name: string }>();
  const restore = useSandboxChange(application, (s, snapshot: string) =>
    answered(s.POST('/snapshots/{snapshot}/restore', { params: { path: { snapshot } } })),
  );
  const drop = useSandboxChange(application, (s, snapshot: string) => done(s.DELETE('/snapshots/{snapshot}', { params: { path: { snapshot } } })));
  const name = asked?.name ?? '';
  return (
    <>
      <DataTable
        caption={t('snapshots')}
        rows={snapshots}
        rowKey={(s) => s.name}
        empty={<Text size="sm" c="dimmed">{t('noSnapshots')}</Text>}
        columns={[
          { label: t('name'), cell: (s) => s.name },
          { label: t('takenAt'), cell: (s) => <Time value={s.takenAt} /> },
          { label: t('clockThen'), cell: (s) => <Time value={s.clock} /> },
          {
            label: t('actions'),
            cell: (s) => (
              <Group gap={6} wrap="nowrap">
                {(['restore', 'drop'] as const).map((kind) => (
                  <Button
                    key={kind}
                    size="compact-sm"
                    variant="default"
                    onClick={() => setAsked({ kind, name: s.name })}
                    aria-label={t(`${kind}Title`, { name: s.name })}
                  >
                    {t(kind)}
                  </Button>
                ))}
              </Group>
            ),
          },
        ]}
      />
      <ConfirmDialog
        opened={asked?.kind === 'restore'}
        onClose={() => setAsked(undefined)}
        title={t('restoreTitle', { name })}
        text={t('restoreText')}
        action={t('restore')}
        onConfirm={() => restore.mutateAsync(name)}
      />
      <ConfirmDialog
        opened={asked?.kind === 'drop'}
        onClose={() => setAsked(undefined)}
        title={t('dropTitle', { name })}
        text={t('dropText')}
        action={t('drop')}
        danger
        onConfirm={() => drop.mutateAsync(name)}
      />
    </>
  );
}

/** Where chance comes from. */
export function SeedOf({ application }: { application: string }) {
  const t = useTexts();
  const query = useQuery({ queryKey: [...sandboxKey(application), 'seed'], queryFn: () => answered(sandboxOf(application).GET('/seed')) });
  return (
    <Section title={t('seed')} text={t('seedText')}>
      <QueryView query={query}>{({ seed }) => <SetSeed key={seed} application={application} seed={seed} />}</QueryView>
    </Section>
  );
}

function SetSeed({ application, seed }: { application: string; seed: string }) {
  const t = useTexts();
  const set = useSandboxChange(application, (s, body: SandboxSchemas['Seed']) => answered(s.PUT('/seed', { body })));
  const form = useForm({ initialValues: { seed }, validate: { seed: (v) => (v.trim() === '' ? t('needed') : null) } });
  const { onSubmit, busy, alert } = useSubmit({ form, send: (v) => set.mutateAsync({ seed: v.seed.trim() }), onSuccess: () => undefined });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Group align="start" gap="xs">
        <TextInput label={t('seedValue')} inputMode="numeric" {...form.getInputProps('seed')} />
        <Button type="submit" variant="default" loading={busy} mt={{ base: 0, xs: 25 }}>
          {t('set')}
        </Button>
      </Group>
      {alert}
    </form>
  );
}

const parts = ['state', 'clock', 'seed', 'selection', 'overrides', 'journal', 'snapshots'] as const;
const usual = parts.filter((p) => p !== 'snapshots');

/** Puts parts of the sandbox back to how they were in the beginning. */
export function Reset({ application }: { application: string }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<string[]>(usual);
  const [asked, setAsked] = useState(false);
  const [happened, setHappened] = useState(false);
  const reset = useSandboxChange(application, (s) =>
    answered(s.POST('/reset', { body: { parts: parts.filter((p) => chosen.includes(p)) } })),
  );
  return (
    <Section title={t('reset')} text={t('resetText')}>
      <Stack gap="sm">
        <Checkbox.Group label={t('resetParts')} value={chosen} onChange={setChosen}>
          <Group gap="md" mt={6}>
            {parts.map((p) => (
              <Checkbox key={p} value={p} label={t(`part_${p}`)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group gap="sm">
          <Button variant="default" c="var(--mantine-color-error)" disabled={chosen.length === 0} onClick={() => setAsked(true)}>
            {t('resetAction')}
          </Button>
          <Text size="sm" c="dimmed" role="status">
            {happened ? t('resetDone') : ''}
          </Text>
        </Group>
      </Stack>
      <ConfirmDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('resetTitle')}
        text={t('resetConfirm')}
        action={t('resetAction')}
        danger
        onConfirm={async () => {
          await reset.mutateAsync();
          setHappened(true);
        }}
      />
    </Section>
  );
}
