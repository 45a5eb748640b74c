import i18next, { type i18n } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

/** Languages of the console. */
export const LANGUAGES = { en: "English", zh: "中文" } as const;
export type Language = keyof typeof LANGUAGES;

const LANGUAGE_KEY = "sycee.language";

/** Words of one page or part: the same keys in each language. `{{name}}` is filled in. */
export interface Texts<Key extends string> {
  /** Within a component: gives the words of the language that is chosen. */
  use(): (key: Key, values?: Readonly<Record<string, string | number>>) => string;
  /** The words of each language, for tests. */
  readonly words: Readonly<Record<Language, Readonly<Record<Key, string>>>>;
}

function startTexts(): i18n {
  const chosen = localStorage.getItem(LANGUAGE_KEY);
  const preferred = navigator.languages
    .find((language) => /^(?:en|zh)\b/i.test(language))
    ?.slice(0, 2)
    .toLowerCase();
  const started = i18next.createInstance();
  void started.use(initReactI18next).init({
    lng: isLanguage(chosen) ? chosen : isLanguage(preferred) ? preferred : "en",
    fallbackLng: "en",
    ns: [],
    resources: {},
    initAsync: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
  });
  return started;
}

const texts = startTexts();
document.documentElement.lang = language();

/** The language that is chosen. */
export function language(): Language {
  return isLanguage(texts.language) ? texts.language : "en";
}

/** Changes the language here and for the next visit. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  localStorage.setItem(LANGUAGE_KEY, chosen);
  document.documentElement.lang = chosen;
  await texts.changeLanguage(chosen);
}

/** Rerenders a component when the language changes. */
export function useLanguage(): Language {
  const { i18n: current } = useTranslation(undefined, { i18n: texts });
  return isLanguage(current.language) ? current.language : "en";
}

/** Makes the words of a page known under a name of its own. */
export function defineTexts<Key extends string>(
  name: string,
  words: { en: Record<Key, string>; zh: Record<NoInfer<Key>, string> },
): Texts<Key> {
  for (const code of ["en", "zh"] as const) texts.addResourceBundle(code, name, words[code]);
  return {
    words,
    use() {
      const { t } = useTranslation(name, { i18n: texts, keySeparator: false, nsSeparator: false } as { i18n: i18n });
      return (key, values) => t(key, { ...values, keySeparator: false, nsSeparator: false });
    },
  };
}

/** Whether a text names one of the languages. */
export function isLanguage(text: string | null | undefined): text is Language {
  return text === "en" || text === "zh";
}
