import type { FormEvent, KeyboardEvent, ReactNode, Ref } from 'react';
import styles from './record-form.module.css';

/** What a form that changes a record is given, whatever the record is. */
export interface RecordFormProps<Draft> {
  /** The name of the form. */
  readonly name: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onSubmit: () => void;
  /** Escape was pressed. */
  readonly onLeave: () => void;
  /** True where the form opens because somebody asked for it: it takes the focus. */
  readonly isNew?: boolean;
  /** Of the first field. */
  readonly first?: Ref<HTMLInputElement>;
  /** What is wrong, and the buttons. */
  readonly children: ReactNode;
}

/** The form around the fields of a record. Enter keeps it, in a note with Ctrl; Escape leaves. */
export function RecordForm({
  name,
  onSubmit,
  onLeave,
  children,
}: Pick<RecordFormProps<unknown>, 'name' | 'onSubmit' | 'onLeave' | 'children'>) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form className={styles.form} aria-label={name} onSubmit={submit} onKeyDown={keys}>
      {children}
    </form>
  );
}
