import { useTexts } from './texts';

// What the editors of plans, of the catalogue and of the settings have in common.

/** The checks of their fields; what they give is the message at the field. */
export function useChecks() {
  const t = useTexts();
  return {
    needed: (v: string) => (v.trim() === '' ? t('needed') : null),
    /** A short name that the bank gives. */
    identifier: (v: string) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(v) ? null : t('badIdentifier')),
  };
}

/** A number of a field that may be empty. */
export type NumberOrNone = number | '';

/** The description of a body, left out where it is empty. */
export function described(text: string): { description?: string } {
  return text.trim() === '' ? {} : { description: text.trim() };
}
