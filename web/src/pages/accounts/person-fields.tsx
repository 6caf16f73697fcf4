import { PasswordInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { Texts } from '@/app/texts';
import { useTexts } from './texts';

export interface PersonValues {
  username: string;
  password: string;
  firstName: string;
  lastName: string;
  mobile: string;
  custom: Record<string, string>;
}

/** What is wrong with the fields that everybody fills in, by field; before anything is sent. */
export function checkPerson(least: number, t: Texts<'needed' | 'tooShort' | 'badUsername' | 'badMobile'>) {
  const needed = (v: string) => (v.trim() === '' ? t('needed') : null);
  return {
    username: (v: string) => needed(v) ?? (/^[A-Za-z0-9][A-Za-z0-9._-]{2,63}$/.test(v.trim()) ? null : t('badUsername')),
    password: (v: string) => (v.length < least ? t('tooShort', { least }) : null),
    firstName: needed,
    lastName: needed,
    mobile: (v: string) => (v.trim() === '' || /^\+?[0-9]{5,17}$/.test(v.trim()) ? null : t('badMobile')),
  };
}

interface Props<V> {
  form: UseFormReturnType<V>;
  least: number;
  /** Asked when the user name was left, to tell early whether it is available. */
  onUsername?: (username: string) => void;
}

/** The fields that everybody fills in, at the form's path `person`. */
export function PersonFields<V extends Record<string, unknown>>({ form, least, onUsername }: Props<V>) {
  const t = useTexts();
  const username = form.getInputProps('person.username') as { value: string; onBlur?: (e: unknown) => void };
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('firstName')} autoComplete="given-name" required maxLength={200} {...form.getInputProps('person.firstName')} />
        <TextInput label={t('lastName')} autoComplete="family-name" required maxLength={200} {...form.getInputProps('person.lastName')} />
      </SimpleGrid>
      <TextInput
        label={t('username')}
        description={t('usernameHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        {...username}
        onBlur={(event) => {
          username.onBlur?.(event);
          onUsername?.(username.value.trim());
        }}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHint', { least })}
        autoComplete="new-password"
        required
        {...form.getInputProps('person.password')}
      />
      <TextInput label={t('mobile')} type="tel" autoComplete="tel" {...form.getInputProps('person.mobile')} />
    </>
  );
}
