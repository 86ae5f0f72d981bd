import { useMemo, useState } from 'preact/hooks';
import { copyTable, ends, sheetLocale } from '@/components/ui/copy-table';
import type { CardData, CardName } from '@/utils/cards/data';
import { tabular } from '@/utils/cards/exported';
import { tableOf } from '@/utils/cards/table';
import { toClipboard } from '@/utils/figures/export/clipboard';
import { locale, say } from '@/utils/say';
import { TableRows } from '../charts/TableRows';

/** The exact figures of a card, row by row, with a button that copies them for a spreadsheet. */
export function CardTable<Name extends CardName>(props: { name: Name; data: CardData[Name] }) {
  const { name, data } = props;
  const [said, setSaid] = useState('');
  const table = useMemo(() => tableOf(name, data, say, locale()), [name, data]);
  const copy = () => {
    const tables = [tabular(name, data, say, locale())];
    copyTable(toClipboard(tables, sheetLocale(), ends())).then(setSaid);
  };
  return (
    <>
      <TableRows table={table} />
      <p class="table-copy">
        <button type="button" class="button" onClick={copy}>
          {say('ui_export_copy')}
        </button>{' '}
        <span role="status">{said}</span>
      </p>
    </>
  );
}
