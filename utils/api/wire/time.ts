const pattern =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?(?:\s*(Z|([+-])(\d\d)(?::?(\d\d))?))?$/i;

/**
 * Parses an instant as the API writes it and returns epoch ms; null when it does not exist
 * (`2026-02-30`). Without a time zone it is UTC: `2025-02-15 00:00:00`; a date alone is its
 * midnight.
 */
export function parseTime(text: string): number | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const part = (index: number) => Number(match[index] ?? 0);
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map(part) as Six;
  // RFC 3339 allows a leap second, which JavaScript dates do not support.
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null;
  const offsetMinutes = part(10) * 60 + part(11);
  if (part(10) > 23 || part(11) > 59) return null;

  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCDate() !== day || day === 0) return null;
  const ms = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000);
  const seconds =
    hour * 3600 + (minute - offsetMinutes * (match[9] === '-' ? -1 : 1)) * 60 + second;
  return midnight.getTime() + seconds * 1000 + ms;
}

type Six = [number, number, number, number, number, number];

/** A midnight of any time zone; the bucket's day is the date as it is written. */
const midnight = /^(\d{4}-\d\d-\d\d[T ]00:00(?::00(?:\.0+)?)?)\s*[+-]\d\d(?::?\d\d)?$/i;

/**
 * As `parseTime`, for the start of a bucket. A deployment that counts days in its own time zone
 * writes their midnights with an offset: the day is the written date, not the day before in UTC.
 * Hours are exact instants.
 */
export const parseBucketStart = (text: string, hourly = false): number | null =>
  parseTime(hourly ? text : text.replace(midnight, '$1'));
