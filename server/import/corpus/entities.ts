import type { CorpusMention } from '../../../shared/formats/corpus/row.ts';
import { foldKey } from '../../../shared/language/characters/fold.ts';
import { graphemes } from '../../../shared/language/characters/grapheme.ts';
import { type Entity, isWikidataId } from '../../../shared/names/entity/entity.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';

/** The registry of a project, as the names of a corpus are looked up in it. */
export interface KnownEntities {
  readonly entities: readonly Entity[];
  /** Ids that entities had which are gone; nothing may have them again. */
  readonly gone: readonly string[];
}

/** Finds out which entities the mentions of a corpus mean: those of the registry that have their id, or their label and name,
 *  and new ones for the rest. */
export class MeantEntities {
  /** What is to be added to the registry. */
  readonly added: Entity[] = [];

  private readonly known = new Map<string, string>();
  private readonly meant = new Map<string, string | null>();
  private readonly gone: ReadonlySet<string>;
  private readonly newId: () => string;

  constructor({ entities, gone }: KnownEntities, newId: () => string) {
    this.gone = new Set(gone);
    this.newId = newId;
    for (const entity of entities) this.learn(entity);
  }

  /** The id of the entity that `mention` means, whose label has become `label`; `null` for a name that means none. */
  of(mention: CorpusMention, label: string): string | null {
    const { entity: told, fa, en, entityName } = mention;
    if (told === null || told === '') return null;
    const before = this.meant.get(told);
    if (before !== undefined) return before;
    const names = entityName ?? { fa: fa?.text ?? '', en: en?.text ?? '' };
    const found = this.known.get(`id ${told}`) ?? this.called(label, names) ?? this.add(told, label, names);
    this.meant.set(told, found);
    return found;
  }

  private called(label: string, { fa, en }: Pick<Entity, 'fa' | 'en'>): string | undefined {
    if (nameKey(fa) !== '') return this.known.get(nameOf(label, 'fa', fa));
    return nameKey(en) === '' ? undefined : this.known.get(nameOf(label, 'en', en));
  }

  /** A name without a letter is no entity's. */
  private add(told: string, label: string, { fa, en }: Pick<Entity, 'fa' | 'en'>): string | null {
    if (nameKey(fa) === '' && nameKey(en) === '') return null;
    const item = told.slice(told.lastIndexOf('/') + 1);
    const id = uuid.test(told) && !this.gone.has(told) ? told : this.newId();
    const entity: Entity = {
      ...{ id, label, fa: oneLine(fa), en: oneLine(en), faOther: [], enOther: [] },
      wikidata: isWikidataId(item) ? item : null,
      note: '',
    };
    this.added.push(entity);
    this.learn(entity);
    return id;
  }

  private learn({ id, label, fa, en, wikidata }: Entity): void {
    this.known.set(`id ${id}`, id);
    if (wikidata !== null) {
      for (const told of [wikidata, `http://www.wikidata.org/entity/${wikidata}`]) this.known.set(`id ${told}`, id);
    }
    if (fa !== '') this.known.set(nameOf(label, 'fa', fa), id);
    if (en !== '') this.known.set(nameOf(label, 'en', en), id);
  }
}

/** How an id looks that Radif has made. */
export const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function nameOf(label: string, side: 'fa' | 'en', name: string): string {
  return `${side} ${label} ${foldKey(name, 'search')}`;
}

function oneLine(name: string): string {
  const line = name.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim();
  return line.length > 200 ? line.slice(0, graphemes(line).floor(200)) : line;
}
