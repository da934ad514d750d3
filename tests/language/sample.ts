import { readFileSync } from 'node:fs';

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** The five Persian paragraphs of the sample, one a line. */
export const sample: string = fixture('statements.fa.txt');

/** The paragraphs of the sample; offsets in the reference files count within them. */
export const paragraphs: readonly string[] = sample.split('\n').filter((line) => line !== '');

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface GoldSegmentation {
  readonly paragraphs: readonly {
    readonly index: number;
    readonly statements: readonly {
      readonly attribution: { readonly kind: 'lead' | 'reported' | 'none'; readonly lead?: Stretch };
      readonly sentences: readonly Stretch[];
    }[];
  }[];
}

interface GoldEntities {
  readonly entities: readonly {
    readonly id: string;
    readonly paragraph: number;
    readonly start: number;
    readonly end: number;
    readonly surface: string;
  }[];
}

interface GoldWordLinks {
  readonly segments: readonly {
    readonly id: string;
    readonly source: string;
    readonly target: string;
    readonly sourceTokens: readonly (readonly [number, number])[];
    readonly targetTokens: readonly (readonly [number, number])[];
  }[];
}

interface GoldTranslations {
  readonly segments: readonly { readonly id: string; readonly kind: 'lead' | 'sentence'; readonly target: string }[];
}

const reference = <T>(name: string) => JSON.parse(fixture(`reference/${name}.json`)) as T;

export const goldSegmentation = reference<GoldSegmentation>('gold-segmentation');
export const goldEntities = reference<GoldEntities>('gold-entities').entities;
export const goldWordLinks = reference<GoldWordLinks>('gold-word-links').segments;
export const goldTranslations = reference<GoldTranslations>('gold-translations').segments;
