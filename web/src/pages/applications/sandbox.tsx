import { Stack } from '@mantine/core';
import { useOpened } from './application';
import { SandboxClock } from './sandbox-clock';
import { Scenarios } from './sandbox-scenarios';
import { Reset, SeedOf, Snapshots } from './sandbox-snapshots';
import { States } from './sandbox-state';
import { Tables } from './sandbox-tables';

/** The settings of an application's sandbox: time, scenarios, states, tables, snapshots. */
export function Component() {
  const { id } = useOpened();
  return (
    <Stack gap="lg">
      <SandboxClock application={id} />
      <Scenarios application={id} />
      <States application={id} />
      <Tables application={id} />
      <Snapshots application={id} />
      <SeedOf application={id} />
      <Reset application={id} />
    </Stack>
  );
}
