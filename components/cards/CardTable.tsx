import { useMemo } from 'preact/hooks';
import type { CardData, CardName } from '@/utils/figures/card-data';
import { tableOf } from '@/utils/figures/table';
import { locale, say } from '@/utils/say';
import { TableRows } from '../charts/TableRows';

/** The exact figures of a card, row by row. */
export function CardTable({ name, data }: { name: CardName; data: CardData[CardName] }) {
  const table = useMemo(() => tableOf(name, data, say, locale()), [name, data]);
  return <TableRows table={table} />;
}
