import type { Unit } from '../../shared/core/outline.ts';
import { type Span, slice } from '../../shared/core/span.ts';
import type { Status } from '../../shared/core/status.ts';
import type { Beginning, Rendering } from '../../shared/doc/edit/build.ts';
import type { Entity, EntityRecord } from '../../shared/names/entity/entity.ts';
import records from './entities.json' with { type: 'json' };
import places from './mentions.json' with { type: 'json' };
import statements from './statements.json' with { type: 'json' };

/** The sample translated, and the entities that its mentions mean. */
export interface SampleTranslation extends Beginning {
  readonly entities: readonly Entity[];
}

/** The reference renderings and mentions of the units of `text`, the paragraphs of the sample. Throws where a rendering or
 *  a mention does not read as the sample says. */
export function sampleTranslation(text: string, units: readonly Unit[], newId: () => string): SampleTranslation {
  const byKey = new Map<string, Entity>();
  for (const { key, ...record } of records) byKey.set(key, { id: newId(), ...(record as EntityRecord) });
  return {
    entities: [...byKey.values()],
    renderings: units.map((unit, index) => renderingOf(slice(text, unit), index)),
    mentions: places.map(({ unit, entity, source, rendering }) => {
      const { id, label } = found(byKey.get(entity), `entity ${entity}`);
      const { from: start } = found(units[unit], `unit ${unit}`);
      checkReading(text.slice(start), source);
      checkReading(found(statements.renderings[unit], `rendering ${unit}`).text, rendering);
      return {
        label,
        entity: id,
        source: { from: start + source.from, to: start + source.to },
        rendering: { unit, from: rendering.from, to: rendering.to },
      };
    }),
  };
}

function renderingOf(source: string, index: number): Rendering {
  const said = found(statements.renderings[index], `rendering ${index}`);
  if (said.source !== source) throw new Error(`The sample renders "${said.source}" where the text has "${source}"`);
  return { text: said.text, status: said.status as Status, origin: 'imported' };
}

function checkReading(whole: string, { from, to, text }: Span & { readonly text: string }): void {
  const read = whole.slice(from, to);
  if (read !== text)
    throw new Error(`The sample has the mention "${text}" at ${from}–${to}, where the text has "${read}"`);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The sample has no ${what}`);
  return value;
}
