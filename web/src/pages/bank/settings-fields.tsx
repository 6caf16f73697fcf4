import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { ConfirmDialog } from '@/parts/confirm-dialog';
import { DataTable, type Column } from '@/parts/data-table';
import { EditorDialog } from '@/parts/editor-dialog';
import { Empty } from '@/parts/empty';
import { ProblemAlert } from '@/parts/problem-alert';
import { QueryView } from '@/parts/query-view';
import { Section } from '@/parts/section';
import { settingsQuery, useIsBankAdmin } from './data';
import { moved } from './moved';
import { RowActions } from './row-actions';
import { useSaveFields } from './save-fields';
import { FieldEditor } from './settings-field';
import { useTexts } from './texts';

type Settings = PortalSchemas['Settings'];
type Field = PortalSchemas['CustomField'];

/** The fields that registrations ask for beside their own, in their order. */
export function Component() {
  const t = useTexts();
  const query = useQuery(settingsQuery);
  return (
    <QueryView query={query} loading={t('loadingSettings')}>
      {(settings) => <Fields settings={settings} />}
    </QueryView>
  );
}

function Fields({ settings }: { settings: Settings }) {
  const t = useTexts();
  const admin = useIsBankAdmin();
  const save = useSaveFields();
  const { fields } = settings;
  const [editing, setEditing] = useState<{ field?: Field }>();
  const [removing, setRemoving] = useState<Field>();
  const move = useMutation({ mutationFn: ({ from, by }: { from: number; by: 1 | -1 }) => save(settings, moved(fields, from, by)) });
  const columns: Column<Field>[] = [
    { label: t('key'), cell: (f) => <code className="breakable">{f.key}</code> },
    { label: t('tab'), cell: (f) => t(`tab_${f.tab}`) },
    { label: t('fieldKind'), cell: (f) => t(`field_${f.kind}`) },
    { label: t('required'), cell: (f) => t(f.required ? 'yes' : 'no') },
    ...(admin
      ? [
          {
            label: t('actions'),
            numeric: true,
            cell: (f: Field) => (
              <Group gap={6} wrap="nowrap" justify="flex-end">
                <Move up disabled={fields[0] === f || move.isPending} name={f.label} onClick={() => move.mutate({ from: fields.indexOf(f), by: -1 })} />
                <Move disabled={fields.at(-1) === f || move.isPending} name={f.label} onClick={() => move.mutate({ from: fields.indexOf(f), by: 1 })} />
                <RowActions name={f.label} onEdit={() => setEditing({ field: f })} onDelete={() => setRemoving(f)} />
              </Group>
            ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title={t('fields')}
      text={t('fieldsText')}
      actions={
        admin && (
          <Button size="xs" variant="default" onClick={() => setEditing({})}>
            {t('newField')}
          </Button>
        )
      }
    >
      <Stack>
        <DataTable
          caption={t('fields')}
          rows={fields}
          rowKey={(f) => f.key}
          empty={<Empty title={t('noFields')} />}
          columns={[{ label: t('label'), cell: (f) => <span className="breakable">{f.label}</span> }, ...columns]}
        />
        {move.isError && <ProblemAlert error={move.error} />}
      </Stack>
      <EditorDialog subject={editing} onClose={() => setEditing(undefined)} title={({ field }) => (field ? t('editOf', { name: field.label }) : t('newField'))}>
        {({ field }) => <FieldEditor settings={settings} field={field} onClose={() => setEditing(undefined)} />}
      </EditorDialog>
      <ConfirmDialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('deleteOf', { name: removing?.label ?? '' })}
        text={t('deleteFieldText')}
        action={t('delete')}
        danger
        onConfirm={() => save(settings, fields.filter((f) => f.key !== removing?.key))}
      />
    </Section>
  );
}

function Move({ up = false, disabled, name, onClick }: { up?: boolean; disabled: boolean; name: string; onClick: () => void }) {
  const t = useTexts();
  return (
    <ActionIcon variant="default" size={26} disabled={disabled} onClick={onClick} aria-label={t(up ? 'moveUp' : 'moveDown', { name })}>
      {up ? <IconArrowUp size={15} aria-hidden /> : <IconArrowDown size={15} aria-hidden />}
    </ActionIcon>
  );
}
