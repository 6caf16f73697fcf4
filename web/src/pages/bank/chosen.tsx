import { Pill, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { applicationQuery, personQuery } from './data';
import { useTexts } from './texts';

interface Props {
  /** "" where nothing is chosen. */
  id: string;
  onClear: () => void;
}

/** Says that only what is of one application is listed, which a link has chosen. */
export function ApplicationChosen({ id, onClear }: Props) {
  const t = useTexts();
  const { data } = useQuery({ ...applicationQuery(id), enabled: id !== '' });
  return id === '' ? null : <Chosen label={t('application')} name={data?.name ?? id} onClear={onClear} />;
}

/** Says that only what is of one person is listed, whom a link has chosen. */
export function PersonChosen({ id, onClear }: Props) {
  const t = useTexts();
  const { data } = useQuery({ ...personQuery(id), enabled: id !== '' });
  return id === '' ? null : <Chosen label={t('person')} name={data ? `${data.firstName} ${data.lastName}` : id} onClear={onClear} />;
}

function Chosen({ label, name, onClear }: { label: string; name: string; onClear: () => void }) {
  const t = useTexts();
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <Pill size="lg" withRemoveButton onRemove={onClear} removeButtonProps={{ 'aria-label': t('clearFilter', { name }), 'aria-hidden': false, tabIndex: 0 }}>
        {name}
      </Pill>
    </Stack>
  );
}
