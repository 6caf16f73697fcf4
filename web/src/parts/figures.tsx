import { Text, Tooltip } from '@mantine/core';
import { useLanguage } from '@/app/texts';

// These write dates and numbers as the reader's locale has them.

/** The locale for dates and numbers: the browser's own where it is of the language that is shown, else the Indian one. */
export function localeFor(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => tag.slice(0, 2) === language) ?? `${language}-IN`;
}

export function useLocale(): string {
  return localeFor(useLanguage());
}

/** A time (RFC 3339), such as "20 Nov 2026, 14:05". With `only="date"` the day alone. The exact one is its tooltip. */
export function Time({ value, only }: { value: string; only?: 'date' }) {
  const locale = useLocale();
  const time = new Date(value);
  const options: Intl.DateTimeFormatOptions = only === 'date' ? { dateStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' };
  return (
    <Tooltip label={value}>
      <Text component="time" dateTime={value} inherit>
        {new Intl.DateTimeFormat(locale, options).format(time)}
      </Text>
    </Tooltip>
  );
}

/** A number of things, such as "1,23,456". */
export function Count({ value }: { value: number }) {
  return <>{new Intl.NumberFormat(useLocale()).format(value)}</>;
}

/** Writes an exact amount: `amount` is a decimal in text, such as "1250000.50", and is never made a float. */
export function money(locale: string, amount: string, currency: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: 2 });
  // Since ES2023 a decimal in text is formatted exactly; the declarations of the library only admit its pattern.
  return format.format(amount as `${number}`);
}

/** An exact amount with its currency, INR unless another is given. */
export function Money({ amount, currency = 'INR' }: { amount: string; currency?: string }) {
  return <>{money(useLocale(), amount, currency)}</>;
}
