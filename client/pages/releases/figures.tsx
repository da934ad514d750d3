import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { usePreferences } from '../../platform/preferences.ts';
import { formatNumber } from '../../ui/format.ts';
import styles from './releases.module.css';

interface FiguresProps {
  readonly caption: string;
  /** True where what stands above says the same to the eye. */
  readonly isTitled?: boolean;
  /** The names of the columns; the first one is that of the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly values: readonly (number | string | null)[];
    /** A bar beside the values, as a share of the longest; left out where the rows are no amounts of one kind. */
    readonly bars?: readonly Bar[];
  }[];
}

/** A bar in the colour of its hue: a label's, or the accent's. */
interface Bar {
  readonly value: number;
  readonly hue: string;
}

/** Figures as a table, and beside each row what they come to as bars: the same numbers, to be seen at a glance. */
export function Figures({ caption, isTitled = false, columns, rows }: FiguresProps) {
  const { language } = usePreferences();
  const longest = Math.max(1, ...rows.flatMap(({ bars = [] }) => bars.map(({ value }) => value)));
  const hasBars = rows.some(({ bars }) => bars !== undefined);
  const [first, ...others] = columns;
  return (
    <table className={styles.figures}>
      {isTitled ? <VisuallyHidden component="caption">{caption}</VisuallyHidden> : <caption>{caption}</caption>}
      <thead>
        <tr>
          {first === '' ? <td /> : <th scope="col">{first}</th>}
          {others.map((name) => (
            <th key={name} scope="col" className={styles.number}>
              {name}
            </th>
          ))}
          {hasBars && <td className={styles.bars} />}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, values, bars = [] }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <td key={index} className={styles.number}>
                {typeof value === 'number' ? formatNumber(value, language) : (value ?? '–')}
              </td>
            ))}
            {hasBars && (
              <td className={styles.bars} aria-hidden="true">
                {bars.map(({ value, hue }, index) => (
                  <span
                    // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
                    key={index}
                    style={{ '--share': value / longest, '--bar': hue } as CSSProperties}
                  />
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
