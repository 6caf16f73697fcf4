import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { PortalSchemas } from '@/api/clients';
import { EditorForm, type Edition } from '@/parts/editor-dialog';
import { settingsQuery } from './data';
import { useChecks, type NumberOrNone } from './fields';
import { useSaveFields } from './save-fields';
import { useTexts } from './texts';

type Settings = PortalSchemas['Settings'];
type Field = PortalSchemas['CustomField'];

const kinds = ['line', 'prose', 'number', 'date', 'choice', 'flag'] as const;
const tabs = ['person', 'organisation'] as const;

interface Values extends Record<string, unknown> {
  key: string;
  tab: Field['tab'];
  label: string;
  kind: Field['kind'];
  required: boolean;
  hint: string;
  /** One to a line. */
  choices: string;
  maxLength: NumberOrNone;
}

const editionOf = (settings: Settings, f?: Field): Edition<Values> => ({
  values: {
    key: f?.key ?? '',
    tab: f?.tab ?? 'organisation',
    label: f?.label ?? '',
    kind: f?.kind ?? 'line',
    required: f?.required ?? false,
    hint: f?.hint ?? '',
    choices: (f?.choices ?? []).join('\n'),
    maxLength: f?.maxLength ?? '',
  },
  version: settings.version,
});

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');

function fieldOf(v: Values): Field {
  const text = v.kind === 'line' || v.kind === 'prose';
  return {
    key: v.key.trim(),
    tab: v.tab,
    label: v.label.trim(),
    kind: v.kind,
    required: v.required,
    ...(v.hint.trim() && { hint: v.hint.trim() }),
    ...(v.kind === 'choice' && { choices: linesOf(v.choices) }),
    ...(text && v.maxLength !== '' && { maxLength: v.maxLength }),
  };
}

/** The editor of a field that registrations ask for. */
export function FieldEditor({ settings, field, onClose }: { settings: Settings; field: Field | undefined; onClose: () => void }) {
  const t = useTexts();
  const cache = useQueryClient();
  const save = useSaveFields();
  const { needed } = useChecks();
  const place = field ? settings.fields.findIndex((f) => f.key === field.key) : settings.fields.length;
  return (
    <EditorForm
      initial={editionOf(settings, field)}
      names={{ tab: t('tab'), label: t('label'), kind: t('fieldKind'), required: t('required'), hint: t('hint'), choices: t('choices'), maxLength: t('maxLength') }}
      validate={{
        key: (v) => (/^[a-z][A-Za-z0-9]*$/.test(v.trim()) ? null : t('badKey')),
        label: needed,
        choices: (v, { kind }) => (kind === 'choice' && linesOf(v).length === 0 ? t('needed') : null),
      }}
      // The body has all fields; this form is about one of them.
      fieldOf={(path) => {
        const [of, at, name = ''] = path.split('.');
        return of === 'fields' && Number(at) === place ? name : '';
      }}
      send={({ values, version }) => {
        const mine = fieldOf(values);
        const fields = field ? settings.fields.map((f) => (f.key === field.key ? mine : f)) : [...settings.fields, mine];
        return save(settings, fields, version);
      }}
      newest={async () => {
        const now = await cache.query({ ...settingsQuery, staleTime: 0 });
        return editionOf(now, field && now.fields.find((f) => f.key === field.key));
      }}
      onDone={onClose}
      onCancel={onClose}
      action={t('save')}
    >
      {(form) => (
        <>
          <TextInput label={t('label')} required maxLength={200} {...form.getInputProps('label')} />
          <TextInput label={t('key')} description={t('keyHint')} required maxLength={64} readOnly={field !== undefined} {...form.getInputProps('key')} />
          <Select label={t('tab')} data={tabs.map((v) => ({ value: v, label: t(`tab_${v}`) }))} allowDeselect={false} {...form.getInputProps('tab')} />
          <Select label={t('fieldKind')} data={kinds.map((v) => ({ value: v, label: t(`field_${v}`) }))} allowDeselect={false} {...form.getInputProps('kind')} />
          {form.values.kind === 'choice' && (
            <Textarea label={t('choices')} description={t('choicesHint')} required autosize minRows={3} {...form.getInputProps('choices')} />
          )}
          {(form.values.kind === 'line' || form.values.kind === 'prose') && (
            <NumberInput label={t('maxLength')} min={1} max={1000} allowDecimal={false} {...form.getInputProps('maxLength')} />
          )}
          <TextInput label={t('hint')} description={t('hintHint')} maxLength={500} {...form.getInputProps('hint')} />
          <Checkbox label={t('requiredHint')} {...form.getInputProps('required', { type: 'checkbox' })} />
        </>
      )}
    </EditorForm>
  );
}
