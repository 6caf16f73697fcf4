import { Group, Paper, Select, Stack, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useShellTexts } from '@/app/shell-texts';
import { Paging } from './paging';
import { QueryView } from './query-view';

interface Props<T extends { next?: string }> {
  /** The fields that choose what is listed. */
  filters?: ReactNode;
  query: UseQueryResult<T>;
  loading: string;
  /** Where the page that is shown begins, "" for the first. */
  after: string;
  onPage: (after: string) => void;
  children: (page: T) => ReactNode;
}

/** A list that comes in pages, below its filters. */
export function Listing<T extends { next?: string }>({ filters, query, loading, after, onPage, children }: Props<T>) {
  return (
    <Paper p={{ base: 'md', sm: 'lg' }}>
      {filters !== undefined && (
        <Group mb="md" gap="sm" align="end">
          {filters}
        </Group>
      )}
      <QueryView query={query} loading={loading}>
        {(page) => (
          <Stack>
            {children(page)}
            <Paging after={after} next={page.next} onChange={onPage} />
          </Stack>
        )}
      </QueryView>
    </Paper>
  );
}

/** Searches as it is typed into, with a moment's pause. */
export function SearchField({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const search = useDebouncedCallback(onChange, 250);
  const [typed, setTyped] = useState(value);
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    if (value === '') {
      setTyped(''); // the filters were cleared elsewhere
    }
  }
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
      leftSection={<IconSearch size={16} aria-hidden />}
      className="grow"
      miw="12rem"
    />
  );
}

interface ChoiceProps {
  label: string;
  /** "" where nothing is chosen. */
  value: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  /** Whether one is always chosen. */
  always?: boolean;
}

/** Lists only what has one of some values. */
export function ChoiceFilter({ label, value, choices, onChange, always = false }: ChoiceProps) {
  const t = useShellTexts();
  return (
    <Select
      label={label}
      placeholder={t('all')}
      data={choices}
      value={choices.some((c) => c.value === value) ? value : null}
      onChange={(v) => onChange(v ?? '')}
      searchable={choices.length > 12}
      clearable={!always}
      allowDeselect={!always}
      w={{ base: '100%', xs: '13rem' }}
    />
  );
}
