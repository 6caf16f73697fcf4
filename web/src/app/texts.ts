import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

// This file has the languages, and how areas bring their texts: each with its own module, loaded when it is.

export const languages = { en: 'English', hi: 'हिन्दी' } as const;
export type Language = keyof typeof languages;

const remembered = 'language';

/** The language that was chosen, or the first of the browser's that there is. */
function first(): Language {
  const wanted = [localStorage.getItem(remembered) ?? '', ...navigator.languages].map((tag) => tag.slice(0, 2));
  return wanted.find((tag): tag is Language => tag in languages) ?? 'en';
}

/** Prepares the texts. It is called once, before anything is shown. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next.use(initReactI18next).init({
    lng: first(),
    fallbackLng: 'en',
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false }, // React escapes
    react: { useSuspense: false, bindI18n: 'languageChanged', bindI18nStore: 'added' },
  });
}

/** Shows everything in a language from now on, and after the next visit too. */
export function speak(language: Language): void {
  localStorage.setItem(remembered, language);
  void i18next.changeLanguage(language);
}

/** The language that is shown. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language in languages ? (i18n.language as Language) : 'en';
}

/** A key as it is asked for: that of `calls_one` and `calls_other` is `calls`. */
type Asked<K extends string> = K extends `${infer Base}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Base : K;

/** Values for the places in a text that stand in `{{…}}`; `count` chooses among plural forms. */
export type Values = Record<string, string | number>;

/** Gives the text of a key in the language that is shown. */
export type Texts<K extends string> = (key: Asked<K>, values?: Values) => string;

/**
 * Brings the texts of an area: all of them in English, and in Hindi those of its forms. What Hindi lacks is shown in
 * English. It gives the hook by which its pages read them.
 */
export function areaTexts<const E extends Record<string, string>>(
  area: string,
  texts: { en: E; hi: Partial<Record<keyof E, string>> },
): () => Texts<Extract<keyof E, string>> {
  i18next.on('initialized', () => add(area, texts));
  if (i18next.isInitialized) {
    add(area, texts);
  }
  return function useAreaTexts(): Texts<Extract<keyof E, string>> {
    const { t } = useTranslation(area);
    return t;
  };
}

function add(area: string, texts: { en: object; hi: object }): void {
  i18next.addResourceBundle('en', area, texts.en);
  i18next.addResourceBundle('hi', area, texts.hi);
}
