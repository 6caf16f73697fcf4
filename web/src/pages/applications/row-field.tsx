import { Autocomplete, Text } from '@mantine/core';
import { suggestions, type Row } from './simulation';

interface Props {
  label: string;
  description?: string;
  rows: readonly Row[];
  /** The column that the field takes a value of. */
  column: string;
  /** The columns that help to tell rows apart. */
  notes: string[];
  /** What the form gives for the field. */
  input: { value?: string; error?: React.ReactNode };
}

/** A field for something that a table of the sandbox has: chosen from the rows, or typed. */
export function RowField({ label, description, rows, column, notes, input }: Props) {
  const { values, noteOf } = suggestions(rows, column, ...notes);
  const about = noteOf(input.value ?? '');
  return (
    <Autocomplete
      label={label}
      description={about === '' ? description : about}
      data={values}
      limit={50}
      required
      renderOption={({ option: { value } }) => (
        <div>
          <Text size="sm">{value}</Text>
          <Text size="xs" c="dimmed">
            {noteOf(value)}
          </Text>
        </div>
      )}
      {...input}
    />
  );
}
