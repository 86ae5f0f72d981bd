import { useMemo } from 'preact/hooks';
import type { CardData, CardName } from '@/utils/cards/data';
import { tableOf } from '@/utils/cards/table';
import { locale, say } from '@/utils/say';
import { TableRows } from '../charts/TableRows';

/** The exact figures of a card, row by row. */
export function CardTable<Name extends CardName>(props: { name: Name; data: CardData[Name] }) {
  const { name, data } = props;
  const table = useMemo(() => tableOf(name, data, say, locale()), [name, data]);
  return <TableRows table={table} />;
}
