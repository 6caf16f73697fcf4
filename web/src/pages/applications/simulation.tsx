import { Alert, Anchor, Button, Group, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { sandboxOf } from '@/api/clients';
import { answered, refusedWith } from '@/api/problem';
import { useSubmit } from '@/parts/use-submit';
import { written } from './row-values';
import { sandboxKey } from './sandbox-key';
import { useTexts } from './texts';
import { useSandboxChange } from './use-sandbox';

// This file has what the forms of the simulations have in common.

/** A row of a table of the sandbox, as texts by column. */
export type Row = Record<string, string>;

/** The first rows of a table, to choose from; none where this server has no such table. */
export function useRows(application: string, api: string, table: string) {
  return useQuery({
    queryKey: [...sandboxKey(application), 'choices', api, table],
    queryFn: async (): Promise<Row[]> => {
      try {
        const { rows } = await answered(
          sandboxOf(application).GET('/tables/{api}/{table}/rows', { params: { path: { api, table }, query: { size: 500 } } }),
        );
        return rows.map(({ row }) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(value)])));
      } catch (error) {
        if (refusedWith(error, 'TABLE_NOT_FOUND', 'NOT_FOUND')) {
          return [];
        }
        throw error;
      }
    },
  });
}

/** Suggestions for a field: the values of a column, each with what it is told apart by. */
export function suggestions(rows: readonly Row[], column: string, ...notes: string[]): { values: string[]; noteOf: (value: string) => string } {
  const byValue = new Map(rows.filter((r) => r[column]).map((r) => [r[column] ?? '', notes.map((n) => r[n]).filter(Boolean).join(' · ')]));
  return { values: [...byValue.keys()], noteOf: (value) => byValue.get(value) ?? '' };
}

interface Props<V, R> {
  application: string;
  form: UseFormReturnType<V>;
  simulate: (sandbox: ReturnType<typeof sandboxOf>, values: V) => Promise<R>;
  /** What has changed, once it has happened. */
  happened: (answer: R, values: V) => ReactNode;
  /** The table that shows it, as `api/table`. */
  table?: string;
  /** Told when it has happened. */
  onHappened?: () => unknown;
  /** The name of the place in the body that a field of the form stands for, where the two differ. */
  fieldOf?: (path: string) => string;
  children: ReactNode;
}

/** The form of a simulation: what is to happen, and below it what has happened. */
export function Simulation<V extends Record<string, unknown>, R>(props: Props<V, R>) {
  const { application, form, simulate, happened, table, onHappened, fieldOf, children } = props;
  const t = useTexts();
  const [result, setResult] = useState<ReactNode>();
  const change = useSandboxChange(application, async (sandbox, values: V) => happened(await simulate(sandbox, values), values));
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: (values) => {
      setResult(undefined);
      return change.mutateAsync(values);
    },
    onSuccess: async (said) => {
      setResult(said);
      await onHappened?.();
    },
    ...(fieldOf && { fieldOf }),
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack maw="40rem">
        {children}
        {alert}
        <Group>
          <Button type="submit" loading={busy}>
            {t('simulateAction')}
          </Button>
        </Group>
        {result !== undefined && (
          <Alert color="brand" icon={<IconCheck aria-hidden />} role="status" title={t('hasHappened')}>
            <Stack gap={4} align="start" className="breakable">
              {result}
              {table !== undefined && (
                <Anchor component={Link} inherit size="sm" to={`/applications/${application}/sandbox?table=${encodeURIComponent(table)}`}>
                  {t('seeTable')}
                </Anchor>
              )}
            </Stack>
          </Alert>
        )}
      </Stack>
    </form>
  );
}
