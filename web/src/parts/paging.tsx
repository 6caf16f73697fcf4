import { Button, Group } from '@mantine/core';
import { useShellTexts } from '@/app/shell-texts';

interface Props {
  /** Where the page that is shown begins, "" for the first. */
  after: string;
  /** Where the next one begins; undefined where this is the last. */
  next: string | undefined;
  onChange: (after: string) => void;
}

/** Leads through the pages of a list; it is not there where there is one. */
export function Paging({ after, next, onChange }: Props) {
  const t = useShellTexts();
  if (after === '' && next === undefined) {
    return null;
  }
  return (
    <Group justify="flex-end" gap="xs">
      {after !== '' && (
        <Button size="xs" variant="default" onClick={() => onChange('')}>
          {t('firstPage')}
        </Button>
      )}
      {next !== undefined && (
        <Button size="xs" variant="default" onClick={() => onChange(next)}>
          {t('nextPage')}
        </Button>
      )}
    </Group>
  );
}
