import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import styles from './record-list.module.css';

/** In pixels; all rows are as high. */
const ROW_HEIGHT = 44;
/** Rows drawn beyond either edge. */
const MARGIN = 8;

interface RecordListProps<T extends { readonly id: string }> {
  readonly id: string;
  /** What is listed. */
  readonly label: string;
  readonly records: readonly T[];
  /** Id of the record that is chosen. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Goes on to what the chosen one says. */
  readonly onOpen: () => void;
  /** Hears the keys that move no choice; true where it did something. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** What stands in the row of a record. */
  readonly row: (record: T) => ReactNode;
}

/** Records with a Persian and an English name each, in two wings on one spine. Only the rows in sight are drawn; arrows move the choice. */
export function RecordList<T extends { readonly id: string }>(props: RecordListProps<T>) {
  const { id, label, records, chosen, onChoose, onOpen, onKey, row } = props;
  const ref = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: records.length,
    getScrollElement: () => ref.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: MARGIN,
  });
  const drawn = list.getVirtualItems();
  const page = Math.max(1, Math.floor((list.scrollRect?.height ?? 0) / ROW_HEIGHT) - 1);
  const active = records.findIndex((record) => record.id === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen is shown once, and may then be scrolled away
  useEffect(() => {
    if (active >= 0) list.scrollToIndex(active);
  }, [active]);

  const keys = (event: KeyboardEvent) => {
    const last = records.length - 1;
    const goal = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: last,
    }[event.key];
    if (event.key === 'Enter' && active >= 0) onOpen();
    else if (goal !== undefined && last >= 0) onChoose(records[Math.max(0, Math.min(last, goal))]?.id ?? '');
    else if (!onKey?.(event)) return;
    event.preventDefault();
  };

  return (
    <div
      ref={ref}
      id={id}
      className={styles.list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={
        drawn.some(({ index }) => index === active) ? optionId(records[active]?.id ?? '') : undefined
      }
      onKeyDown={keys}
    >
      <div role="presentation" className={styles.all} style={{ blockSize: list.getTotalSize() }}>
        {drawn.map(({ index }) => {
          const record = records[index];
          return (
            record && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and hears the keys for its rows
              // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active row
              <div
                key={record.id}
                id={optionId(record.id)}
                className={styles.row}
                role="option"
                aria-selected={index === active}
                aria-setsize={records.length}
                aria-posinset={index + 1}
                style={{ insetBlockStart: index * ROW_HEIGHT }}
                onClick={() => onChoose(record.id)}
              >
                {row(record)}
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

/** The id of the row of a record. */
function optionId(record: string): string {
  return `record-${record}`;
}
