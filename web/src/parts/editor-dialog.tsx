import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useForm, type FormRulesRecord, type UseFormReturnType } from '@mantine/form';
import { useState, type ReactNode } from 'react';
import { CallFailed } from '@/api/problem';
import { useShellTexts } from '@/app/shell-texts';
import { differing, merged } from './differing';
import { Notice } from './notice';
import { useSubmit } from './use-submit';

interface DialogProps<T> {
  /** What is edited; undefined while the dialog is closed. */
  subject: T | undefined;
  onClose: () => void;
  title: (subject: T) => string;
  size?: string;
  children: (subject: T) => ReactNode;
}

/** A dialog in which something is edited. */
export function EditorDialog<T>({ subject, onClose, title, size, children }: DialogProps<T>) {
  // While the dialog closes it still shows what it was about.
  const [shown, setShown] = useState(subject);
  if (subject !== undefined && subject !== shown) {
    setShown(subject);
  }
  return (
    <Modal opened={subject !== undefined} onClose={onClose} title={shown !== undefined && title(shown)} size={size ?? 'md'} centered>
      {shown !== undefined && children(shown)}
    </Modal>
  );
}

/** A state of what is edited: the values of the form, and the version that they are of. */
export interface Edition<V> {
  values: V;
  version: number;
}

interface FormProps<V extends Record<string, unknown>, R> {
  initial: Edition<V>;
  validate?: FormRulesRecord<V>;
  /** What the values are called. */
  names: Partial<Record<keyof V, string>>;
  /** Sends them; the key is for `Idempotency-Key`. */
  send: (edition: Edition<V>, key: string) => Promise<R>;
  /** Reads the newest state, after the server has said that there is one. */
  newest?: () => Promise<Edition<V> | undefined>;
  /** What is done once it is saved. */
  onDone: (answer: R) => unknown;
  onCancel?: () => void;
  /** What the button says. */
  action: string;
  /** The form's path for a place in the body, where the two differ. */
  fieldOf?: (path: string) => string;
  children: (form: UseFormReturnType<V>) => ReactNode;
}

/**
 * A form for something that others may edit as well. When they have done so meanwhile it says what they have made of it:
 * whoever types takes that, or keeps the own changes and saves them in it.
 */
export function EditorForm<V extends Record<string, unknown>, R>(props: FormProps<V, R>) {
  const { initial, validate, names, send, newest, onDone, onCancel, action, fieldOf, children } = props;
  const t = useShellTexts();
  const form = useForm<V>({ initialValues: initial.values, ...(validate && { validate }) });
  // What the form began with: what differs from it was typed here.
  const [base, setBase] = useState(initial);
  const [theirs, setTheirs] = useState<Edition<V>>();
  const [settled, setSettled] = useState(false);
  const { onSubmit, busy, alert } = useSubmit({
    form,
    send: async (values, key) => {
      setTheirs(undefined);
      setSettled(false);
      try {
        return await send({ values, version: base.version }, key);
      } catch (error) {
        if (newest && error instanceof CallFailed && error.status === 412) {
          setTheirs(await newest());
        }
        throw error;
      }
    },
    onSuccess: onDone,
    ...(fieldOf && { fieldOf }),
  });
  const settle = (edition: Edition<V>, take: boolean) => {
    form.setValues(take ? edition.values : merged(base.values, form.getValues(), edition.values));
    setBase(edition);
    setTheirs(undefined);
    setSettled(true);
  };
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children(form)}
        {theirs ? <Conflict mine={form.values} theirs={theirs} names={names} onSettle={(take) => settle(theirs, take)} /> : !settled && alert}
        <Group justify="flex-end" gap="xs">
          {onCancel && (
            <Button variant="default" onClick={onCancel}>
              {t('cancel')}
            </Button>
          )}
          <Button type="submit" loading={busy} disabled={theirs !== undefined}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface ConflictProps<V> {
  mine: V;
  theirs: Edition<V>;
  names: Partial<Record<keyof V, string>>;
  onSettle: (take: boolean) => void;
}

function Conflict<V extends Record<string, unknown>>({ mine, theirs, names, onSettle }: ConflictProps<V>) {
  const t = useShellTexts();
  const words = { yes: t('yes'), no: t('no') };
  const found = differing(mine, theirs.values, words);
  return (
    <Notice urgent title={t('conflict')}>
      <Stack gap="xs" align="start">
        <Text size="sm">{t(found.length === 0 ? 'conflictSame' : 'conflictText')}</Text>
        <List size="sm">
          {found.map(({ key, theirs: value }) => (
            <List.Item key={key} className="breakable">
              {names[key] ?? key}: {value}
            </List.Item>
          ))}
        </List>
        <Group gap="xs">
          <Button size="compact-sm" onClick={() => onSettle(false)}>
            {t('keepMine')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onSettle(true)}>
            {t('takeTheirs')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
