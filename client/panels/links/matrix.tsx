import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../../shared/doc/model/schema.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { type Token, tokens } from '../../../shared/language/words/token.ts';
import type { Editor } from '../../editor/editor.ts';
import type { LinkState } from '../../editor/links/link-state.ts';
import styles from './matrix.module.css';

interface MatrixProps {
  readonly editor: Editor;
  readonly state: LinkState;
  readonly source: string;
}

/** The two texts of a segment as the edges of a table. A cell that is pressed goes from nothing to sure, to possible, to
 *  nothing. The arrow keys go from cell to cell. */
export function Matrix({ editor, state, source }: MatrixProps) {
  const { t } = useTranslation();
  const { node } = state;
  const text = node.textContent;
  const { from, to } = segmentAttrs(node);
  const persian = useMemo(
    () => tokens(source.slice(from, to)).map((word) => ({ ...word, from: word.from + from, to: word.to + from })),
    [source, from, to],
  );
  const english = useMemo(() => tokens(text), [text]);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const row = Math.min(at.row, persian.length - 1);
  const column = Math.min(at.column, english.length - 1);

  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [down = 0, on = 0] = step;
    const next = {
      row: Math.max(0, Math.min(persian.length - 1, row + down)),
      column: Math.max(0, Math.min(english.length - 1, column + on)),
    };
    setAt(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className={styles.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are pressed is a grid */}
      <table role="grid" className={styles.matrix} dir="ltr" aria-label={t('links.panel.here')} onKeyDown={keys}>
        <thead>
          <tr>
            <td />
            {english.map((word) => (
              <th key={word.from} scope="col" lang="en">
                <span>{word.text}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {persian.map((fa, line) => (
            <tr key={fa.from}>
              <th scope="row" lang="fa" dir="rtl">
                {fa.text}
              </th>
              {english.map((en, place) => {
                const kind = kindOf(state, fa, en);
                return (
                  <td key={en.from}>
                    <button
                      type="button"
                      data-cell={`${line} ${place}`}
                      data-state={kind}
                      tabIndex={line === row && place === column ? 0 : -1}
                      aria-label={t('links.panel.cell', {
                        fa: fa.text,
                        en: en.text,
                        state: t(`links.panel.state.${kind}`),
                      })}
                      onFocus={() => setAt({ row: line, column: place })}
                      onPointerEnter={() =>
                        editor.linking.light(state.segment, { side: 'source', from: fa.from, to: fa.to }, [
                          pair(fa, en),
                        ])
                      }
                      onPointerLeave={() => editor.linking.light(state.segment, null, [])}
                      onClick={() =>
                        editor.linking.turn(
                          { side: 'source', from: fa.from, to: fa.to },
                          { side: 'rendering', from: en.from, to: en.to },
                        )
                      }
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function pair(source: Token, rendering: Token): Link {
  return { source, rendering, sure: true };
}

function kindOf({ current, suggested }: LinkState, fa: Token, en: Token): 'sure' | 'possible' | 'suggested' | 'none' {
  const isHere = ({ source, rendering }: Link) =>
    source.from < fa.to && fa.from < source.to && rendering.from < en.to && en.from < rendering.to;
  const link = current.find(isHere);
  if (link) return link.sure ? 'sure' : 'possible';
  return suggested.some(isHere) ? 'suggested' : 'none';
}
