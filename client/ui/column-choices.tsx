import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type ColumnName, type TableHead, withColumn } from '../../shared/core/table-columns.ts';
import styles from './column-choices.module.css';

interface ColumnChoicesProps {
  readonly table: TableHead;
  /** What a column can be taken for. */
  readonly names: readonly ColumnName[];
  readonly onChoose: (columns: TableHead['columns']) => void;
}

/** The first rows of a table as they stand in the file; over each column stands what it is taken for, to be chosen. */
export function ColumnChoices({ table: { rows, columns }, names, onChoose }: ColumnChoicesProps) {
  const { t } = useTranslation();
  const width = rows[0]?.length ?? 0;
  const nameOf = (place: number) => names.find((name) => columns.places[name] === place) ?? null;
  const options = [
    { value: '', label: t('columns.none') },
    ...names.map((name) => ({ value: name, label: t(`columns.names.${name}`) })),
  ];
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.title}>{t('columns.title')}</legend>
      <p className={styles.hint}>{t('columns.hint')}</p>
      <Checkbox
        size="sm"
        label={t('columns.header')}
        checked={columns.header ?? false}
        onChange={({ target }) => onChoose({ ...columns, header: target.checked })}
      />
      <div className={styles.scroll}>
        <table className={styles.table} dir="ltr">
          <thead>
            <tr>
              {Array.from({ length: width }, (_, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
                <th key={place} scope="col">
                  <NativeSelect
                    size="xs"
                    aria-label={t('columns.of', { number: place + 1 })}
                    data={options}
                    value={nameOf(place) ?? ''}
                    onChange={({ target }) =>
                      onChoose(withColumn(columns, place, names.find((name) => name === target.value) ?? null))
                    }
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
              <tr key={index} data-header={(index === 0 && columns.header) || undefined}>
                {row.map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their place alone
                  <td key={place} dir="auto" data-left={nameOf(place) === null || undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  );
}
