import { IconSearch } from '@tabler/icons-react';
import type { KeyboardEvent, Ref } from 'react';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** What is searched, as its name and its placeholder. */
  readonly label: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** How much room it takes. */
  readonly className?: string | undefined;
}

/** A line to search in. What is typed runs in its own direction. */
export function SearchField({ label, query, onQuery, onKeyDown, ref, className = '' }: SearchFieldProps) {
  return (
    <label className={`${styles.search} ${className}`}>
      <IconSearch size={16} stroke={1.75} aria-hidden="true" />
      <input
        ref={ref}
        type="search"
        maxLength={500}
        dir={query === '' ? undefined : 'auto'}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={({ target }) => onQuery(target.value)}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}
