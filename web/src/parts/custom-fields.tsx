import { Checkbox, Select, TextInput, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { PortalSchemas } from '@/api/clients';

export type CustomField = PortalSchemas['CustomField'];
export type CustomTab = PortalSchemas['CustomFieldTab'];
/** Values by field, as text; "" is none. */
export type CustomValues = Record<string, string>;

/** Empty values for the fields of a tab. */
export function noValues(fields: readonly CustomField[], tab: CustomTab): CustomValues {
  return Object.fromEntries(fields.filter((f) => f.tab === tab).map((f) => [f.key, f.kind === 'flag' ? 'false' : '']));
}

/** Values for the fields of a tab, those that there are and empty ones; what no field stands for any more is left out. */
export function valuesOf(fields: readonly CustomField[], tab: CustomTab, values: CustomValues | undefined): CustomValues {
  const empty = noValues(fields, tab);
  return Object.fromEntries(Object.entries(empty).map(([key, none]) => [key, values?.[key] ?? none]));
}

/** The values that were given, as the API takes them; undefined for none. */
export function givenValues(values: CustomValues): CustomValues | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== '');
  return given.length === 0 ? undefined : Object.fromEntries(given);
}

/** What is wrong with a value before it is sent: `needed` or `badNumber`; null is nothing. */
export function checkCustom(field: CustomField, value: string): 'needed' | 'badNumber' | null {
  if (field.required && value.trim() === '') {
    return 'needed';
  }
  if (field.kind === 'number' && value !== '' && !/^-?\d+$/.test(value)) {
    return 'badNumber';
  }
  return null;
}

interface Props<V> {
  fields: readonly CustomField[];
  tab: CustomTab;
  form: UseFormReturnType<V>;
  /** The form's path of the values, such as `person.custom`. */
  at: string;
}

/** The bank's own fields of a tab. */
export function CustomFields<V extends Record<string, unknown>>({ fields, tab, form, at }: Props<V>) {
  return fields
    .filter((f) => f.tab === tab)
    .map((f) => <CustomInput key={f.key} field={f} input={form.getInputProps(`${at}.${f.key}`) as Input} />);
}

interface Input {
  value: string;
  onChange: (value: unknown) => void;
  error?: React.ReactNode;
}

function CustomInput({ field, input }: { field: CustomField; input: Input }) {
  const about = {
    label: field.label,
    required: field.required,
    ...(field.hint !== undefined && { description: field.hint }),
    ...(field.maxLength !== undefined && { maxLength: field.maxLength }),
  };
  switch (field.kind) {
    case 'prose':
      return <Textarea {...about} {...input} autosize minRows={3} />;
    case 'choice':
      return <Select {...about} {...input} value={input.value === '' ? null : input.value} onChange={(v) => input.onChange(v ?? '')} data={field.choices ?? []} clearable={!field.required} />;
    case 'flag': {
      const { value, onChange, ...rest } = input;
      return (
        <Checkbox label={field.label} description={field.hint} {...rest} checked={value === 'true'} onChange={(e) => onChange(e.currentTarget.checked ? 'true' : 'false')} />
      );
    }
    case 'date':
      return <TextInput {...about} {...input} type="date" />;
    case 'number':
      return <TextInput {...about} {...input} inputMode="decimal" />;
    case 'line':
      return <TextInput {...about} {...input} />;
  }
}
