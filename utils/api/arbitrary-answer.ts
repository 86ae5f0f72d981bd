import fc from 'fast-check';
import { resolved } from '@/demo/contract';

/** The schema's integers know no bounds; counts of people do. */
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

/** For tests: JSON that is valid for a schema of the kinds which the three operations use. */
export function arbitraryOf(schema: Record<string, unknown>): fc.Arbitrary<unknown> {
  const { type, format, items, properties } = resolved(schema);
  if (type === 'array')
    return fc.array(arbitraryOf(Object(items)), { minLength: 1, maxLength: 30 });
  if (type === 'integer') return counts;
  if (type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true });
  if (type === 'string' && format === 'date-time') return dateTimes;
  if (type === 'object') {
    const fields = Object.entries(Object(properties));
    return fc.record(
      Object.fromEntries(fields.map(([name, inner]) => [name, arbitraryOf(Object(inner))])),
    );
  }
  throw new Error(`No generator for type ${type}, format ${format}`);
}
