import { Anchor, Button, SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { linkDisagreements } from '../../../shared/doc/checks/link-disagreement.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segmentAttrs } from '../../../shared/doc/model/schema.ts';
import { countWords } from '../../../shared/language/words/token.ts';
import type { Editor } from '../../editor/editor.ts';
import type { LinkState } from '../../editor/links/link-state.ts';
import { KeyCap } from '../../keys/key-cap.tsx';
import { useRunCommand } from '../../keys/use-commands.ts';
import { type LinkGroup, linkGroups } from './groups.ts';
import { Matrix } from './matrix.tsx';
import styles from './panel.module.css';

interface LinksPanelProps {
  readonly editor: Editor;
  readonly project: string;
  readonly source: string;
}

/** The word links of the active segment: as a list or as a table, with what is suggested, what no longer fits, and what
 *  disagrees with the names that are marked. */
export function LinksPanel({ editor, project, source }: LinksPanelProps) {
  const { t } = useTranslation();
  const state = useSyncExternalStore(
    (listener) => editor.subscribe(listener),
    () => editor.linking.state(),
  );
  useEffect(() => {
    editor.linking.setShown(true);
    return () => editor.linking.setShown(false);
  }, [editor]);
  return (
    <>
      {state ? (
        <Links editor={editor} state={state} source={source} />
      ) : (
        <p className={styles.none}>{t('links.panel.none')}</p>
      )}
      <p className={styles.end}>
        <Link to="/projects/$project/links" params={{ project }}>
          {t('links.panel.all')}
        </Link>
      </p>
    </>
  );
}

interface LinksProps {
  readonly editor: Editor;
  readonly state: LinkState;
  readonly source: string;
}

function Links({ editor, state, source }: LinksProps) {
  const { t } = useTranslation();
  const run = useRunCommand();
  const [view, setView] = useState<'list' | 'matrix'>('list');
  const { node, current, suggested, stale, isOn } = state;
  const text = node.textContent;
  const { from, to } = segmentAttrs(node);
  const groups = useMemo(() => linkGroups(current, source, text), [current, source, text]);
  const offers = useMemo(() => linkGroups(suggested, source, text), [suggested, source, text]);
  const { doc } = editor.view.state;
  const against = linkDisagreements(node, segmentMentions(doc, node, source), source);
  const words = countWords(source.slice(from, to)) + countWords(text);
  const linked =
    new Set(current.map((pair) => pair.source.from)).size + new Set(current.map((pair) => pair.rendering.from)).size;
  const { linking } = editor;

  return (
    <>
      <h2 className={styles.heading}>{t('links.panel.here')}</h2>
      <p className={styles.count}>{t('links.panel.linked', { linked, words })}</p>
      <div className={styles.tools}>
        <Button
          size="compact-sm"
          variant="default"
          rightSection={<KeyCap command="link.mode" />}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run('link.mode')}
        >
          {t(isOn ? 'links.panel.end' : 'links.panel.begin')}
        </Button>
        <SegmentedControl
          size="xs"
          value={view}
          onChange={(value) => setView(value === 'matrix' ? 'matrix' : 'list')}
          data={[
            { value: 'list', label: t('links.panel.list') },
            { value: 'matrix', label: t('links.panel.matrix') },
          ]}
        />
      </div>
      {view === 'matrix' ? (
        <Matrix editor={editor} state={state} source={source} />
      ) : (
        <>
          {groups.length === 0 && <p className={styles.none}>{t('links.panel.nothing')}</p>}
          <ul className={styles.groups}>
            {groups.map((group) => (
              <Group key={group.key} group={group} editor={editor} state={state}>
                <UnstyledButton
                  className={styles.act ?? ''}
                  aria-label={t('links.panel.remove', { fa: group.fa, en: group.en })}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => linking.remove(group.pairs)}
                >
                  <IconX size={15} stroke={1.75} />
                </UnstyledButton>
              </Group>
            ))}
          </ul>
        </>
      )}
      {offers.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('links.panel.suggested')}</h3>
          <ul className={styles.groups}>
            {offers.map((group) => (
              <Group key={group.key} group={group} editor={editor} state={state} isSuggested>
                <UnstyledButton
                  className={styles.act ?? ''}
                  aria-label={t('links.panel.acceptOne', { fa: group.fa, en: group.en })}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => linking.accept(group.pairs)}
                >
                  <IconCheck size={15} stroke={1.75} />
                </UnstyledButton>
              </Group>
            ))}
          </ul>
          <Button
            size="compact-sm"
            variant="default"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => linking.accept(suggested)}
          >
            {t('links.panel.accept', { count: suggested.length })}
          </Button>
        </section>
      )}
      {stale.length > 0 && (
        <section className={styles.stale}>
          <h3 className={styles.heading}>{t('links.panel.stale')}</h3>
          <p className={styles.none}>{t('links.panel.staleText')}</p>
          <ul className={styles.groups}>
            {stale.map(({ link, was }) => (
              <li key={`${link.source.from} ${link.rendering.from} ${was}`} className={styles.group}>
                <span className={styles.words}>
                  <bdi lang="fa">{source.slice(link.source.from, link.source.to)}</bdi>
                  <del lang="en">{was}</del>
                </span>
              </li>
            ))}
          </ul>
          <Anchor component="button" type="button" size="sm" onClick={() => linking.forgetStale()}>
            {t('links.panel.forget')}
          </Anchor>
        </section>
      )}
      {against.length > 0 && (
        <section>
          <h3 className={styles.heading}>{t('links.panel.disagree')}</h3>
          <ul className={styles.against}>
            {against.map(({ mention, side, word, partner, link }) => (
              <li key={`${mention.id} ${side} ${link.source.from} ${link.rendering.from}`}>
                {t(side === 'source' ? 'links.panel.disagreeSource' : 'links.panel.disagreeRendering', {
                  word,
                  partner,
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

interface GroupProps {
  readonly group: LinkGroup;
  readonly editor: Editor;
  readonly state: LinkState;
  readonly isSuggested?: boolean;
  readonly children: React.ReactNode;
}

/** Words that hang together; pointing at them lights them in the texts. */
function Group({ group, editor, state, isSuggested = false, children }: GroupProps) {
  const { t } = useTranslation();
  const { linking } = editor;
  const [first] = group.pairs;
  const light = (on: boolean) =>
    linking.light(state.segment, on && first ? { side: 'source', ...first.source } : null, group.pairs);
  return (
    <li className={styles.group} onPointerEnter={() => light(true)} onPointerLeave={() => light(false)}>
      <span className={styles.words} data-suggested={isSuggested || undefined}>
        <bdi lang="fa">{group.fa}</bdi>
        <bdi lang="en">{group.en}</bdi>
      </span>
      {group.isPossible && !isSuggested && <small>{t('links.panel.possible')}</small>}
      {children}
    </li>
  );
}
