import { fileURLToPath } from 'node:url';
import english from '../../public/_locales/en/messages.json';
import spanish from '../../public/_locales/es/messages.json';

const texts = { en: english, es: spanish };

export type Locale = keyof typeof texts;
export const LOCALES: Locale[] = ['en', 'es'];

/** A text of the program, by its key, in a locale. */
export const textOf = (locale: Locale, key: keyof typeof english): string =>
  texts[locale][key].message;

/** The path of a file in the listing of a locale. */
export const storeFile = (locale: Locale, name: string): string =>
  fileURLToPath(new URL(`../${locale}/${name}`, import.meta.url));
