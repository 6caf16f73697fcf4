import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { portal } from '@/api/clients';
import { answered } from '@/api/problem';
import { useShellTexts } from '@/app/shell-texts';
import { given } from '@/parts/filters';
import { listQuery, organisationQuery } from './data';
import { useTexts } from './texts';

/** Lists only what is of one organisation, which is looked for by its name. */
export function OrganisationFilter({ value, onChange }: { value: string; onChange: (organisation: string) => void }) {
  const t = useTexts();
  const s = useShellTexts();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const chosen = useQuery({ ...organisationQuery(value), enabled: value !== '' }).data;
  // What is written there for the one that is chosen is no search.
  const search = asked === chosen?.name ? '' : asked;
  const found = useQuery(
    listQuery(['organisations', 'choices', search], () => answered(portal.GET('/bank/organisations', { params: { query: { limit: 20, ...given({ text: search }) } } }))),
  ).data?.organisations;
  const data = [...(chosen && !found?.some((o) => o.id === chosen.id) ? [chosen] : []), ...(found ?? [])];
  return (
    <Select
      label={t('organisation')}
      placeholder={s('all')}
      data={data.map((o) => ({ value: o.id, label: o.name }))}
      value={value || null}
      onChange={(v) => onChange(v ?? '')}
      searchable
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('noneFound')}
      clearable
      w={{ base: '100%', xs: '14rem' }}
    />
  );
}
