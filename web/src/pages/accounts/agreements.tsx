import { Anchor, Checkbox, Modal, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import type { PortalSchemas } from '@/api/clients';
import { useTexts } from './texts';

type Agreement = PortalSchemas['Agreement'];

/** Which agreements were accepted, as the API takes them. */
export function accepted(agreements: readonly Agreement[]): PortalSchemas['AcceptedAgreement'][] {
  return agreements.map(({ agreement, version }) => ({ agreement, version }));
}

interface Props<V> {
  agreements: readonly Agreement[];
  /** A form with `accepted`: whether each is, by its name. */
  form: UseFormReturnType<V>;
}

/** A box to tick for each agreement, with its text to read. */
export function Agreements<V extends Record<string, unknown>>({ agreements, form }: Props<V>) {
  const t = useTexts();
  const [read, setRead] = useState<Agreement>();
  return (
    <Stack gap="xs">
      {agreements.map((a) => (
        <div key={a.agreement}>
          <Checkbox
            label={t('accept', { title: a.title, version: a.version })}
            required
            {...form.getInputProps(`accepted.${a.agreement}`, { type: 'checkbox' })}
          />
          <Anchor component="button" type="button" size="sm" ml={32} onClick={() => setRead(a)} aria-label={`${t('readAgreement')}: ${a.title}`}>
            {t('readAgreement')}
          </Anchor>
        </div>
      ))}
      <Modal opened={read !== undefined} onClose={() => setRead(undefined)} title={read?.title} size="lg">
        <Text className="prose">{read?.text}</Text>
      </Modal>
    </Stack>
  );
}
