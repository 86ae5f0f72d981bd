/**
 * Returns a function that creates the formatter of a locale once, as creating one takes longer than
 * a hundred uses.
 */
function perLocale<Format>(make: (locale: string) => Format): (locale: string) => Format {
  const made = new Map<string, Format>();
  return (locale) => {
    const kept = made.get(locale) ?? make(locale);
    made.set(locale, kept);
    return kept;
  };
}

export const numberFormat = (options: Intl.NumberFormatOptions) =>
  perLocale((locale) => new Intl.NumberFormat(locale, options));

/** Returns a formatter of dates in the local time zone, or in the one that the options name. */
export const dateFormat = (options: Intl.DateTimeFormatOptions) =>
  perLocale((locale) => new Intl.DateTimeFormat(locale, options));

export const ageFormat = perLocale(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);

const dollarFormats = new Map<number, (locale: string) => Intl.NumberFormat>();

/** Returns a formatter of US dollars with this number of decimals. */
export function dollarFormat(digits: number): (locale: string) => Intl.NumberFormat {
  const kept = dollarFormats.get(digits) ?? numberFormat({ ...DOLLARS, ...exactly(digits) });
  dollarFormats.set(digits, kept);
  return kept;
}

const DOLLARS = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const;
const exactly = (digits: number) => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
});

/** Formats US dollars for an axis: $12K. */
export const compactDollars = numberFormat({
  ...DOLLARS,
  notation: 'compact',
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
});
