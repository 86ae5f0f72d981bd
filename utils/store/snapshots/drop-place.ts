import { STORES } from './db';
import { sweepEntries } from './sweep-entries';

/**
 * Deletes what is cached of an organization at a base URL, in any letter case of its name, and all
 * first paints, whose keys don't tell what they are of.
 */
export async function dropPlace(place: { baseUrl: string; organization: string }): Promise<void> {
  const start = JSON.stringify([place.baseUrl, place.organization]).slice(0, -1).toLowerCase();
  await Promise.all(
    STORES.map((store) =>
      sweepEntries(
        store,
        (_value, key) => store === 'pictures' || key.toLowerCase().includes(start),
      ),
    ),
  );
}
