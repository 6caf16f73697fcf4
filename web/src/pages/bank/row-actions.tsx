import { Button, Group } from '@mantine/core';
import { useTexts } from './texts';

interface Props {
  /** What they are for, for readers of the screen. */
  name: string;
  onEdit: () => void;
  /** Left out where it cannot be deleted. */
  onDelete?: (() => void) | undefined;
}

/** The buttons of a row: edit and delete. */
export function RowActions({ name, onEdit, onDelete }: Props) {
  const t = useTexts();
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      <Button size="compact-sm" variant="default" onClick={onEdit} aria-label={t('editOf', { name })}>
        {t('edit')}
      </Button>
      {onDelete && (
        <Button size="compact-sm" variant="default" onClick={onDelete} aria-label={t('deleteOf', { name })}>
          {t('delete')}
        </Button>
      )}
    </Group>
  );
}
