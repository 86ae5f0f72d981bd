import type { Say, TextKey } from '@/utils/failure';
import { exactCount } from './format';

/** The names of texts that have a form for one thing and a form for any other number. */
type Counted = TextKey extends infer Key ? (Key extends `${infer Name}_one` ? Name : never) : never;

/**
 * Returns the text for a number in the form that the language's rules ask for. A language with more
 * forms than these two needs its own keys: https://cldr.unicode.org/index/cldr-spec/plural-rules
 */
export function counted(name: Counted, count: number, say: Say, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count);
  return say(form === 'one' ? `${name}_one` : `${name}_other`, exactCount(count, locale));
}
