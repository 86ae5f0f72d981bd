import fc from 'fast-check';
import { resolved } from '@/demo/contract';

/** The schema's integers have no bounds; counts of people have. */
const counts = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const dateTimes = fc
  .tuple(
    fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true }),
    fc.constantFrom('Z', 'z', '+00:00', '-08:00', '+05:30'),
    fc.constantFrom(0, 3, 6),
  )
  .map(([date, zone, digits]) => {
    const [seconds = '', ms = ''] = date.toISOString().replace('Z', '').split('.');
    return `${seconds}${digits === 0 ? '' : `.${ms.padEnd(digits, '0')}`}${zone}`;
  });

/** A decimal field as text: up to 15 digits before the point and up to five after it. */
const decimals = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 5 }))
  .map(([value, digits]) => (value / 1e4).toFixed(digits));
const days = dateTimes.map((text) => text.slice(0, 10));

/** For tests: generates JSON that is valid for a schema of the kinds that our operations use. */
export function arbitraryOf(schema: Record<string, unknown>, name = ''): fc.Arbitrary<unknown> {
  const { type, format, items, properties, allOf, nullable } = resolved(schema);
  if (nullable === true) return fc.option(arbitraryOf({ ...schema, nullable: false }, name));
  if (Array.isArray(allOf)) return arbitraryOf(Object(allOf[0]), name);
  if (type === 'string' && format === 'decimal') return decimals;
  // The types describe the format of a date only in words.
  if (type === 'string' && name === 'date' && format === undefined)
    return fc.oneof(days, dateTimes);
  if (type === 'string' && format === undefined) return fc.constant('');
  if (type === 'string' && format === 'uri') return fc.webUrl();
  if (type === 'boolean') return fc.boolean();
  if (type === 'array')
    return fc.array(arbitraryOf(Object(items)), { minLength: 1, maxLength: 30 });
  // The schema gives the bounds of this field only in words.
  if (name === 'day_of_week') return fc.integer({ min: 0, max: 6 });
  if (name === 'hour') return fc.integer({ min: 0, max: 23 });
  if (type === 'integer') return counts;
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (type === 'string' && format === 'date-time') return dateTimes;
  if (type === 'object') {
    const fields = Object.entries(Object(properties));
    return fc.record(
      Object.fromEntries(
        fields.map(([field, inner]) => [field, arbitraryOf(Object(inner), field)]),
      ),
    );
  }
  throw new Error(`No generator for type ${type}, format ${format}`);
}
