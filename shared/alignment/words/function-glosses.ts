import { foldKey } from '../../language/characters/fold.ts';
import { englishStem } from '../forms/english-stem.ts';

/** Small words and what mostly stands for them; those of the first list mean something by themselves, those of the second
 *  one are linked only beside words that are linked. */
const meaningful = `
برخی، بعضی = some
باید، بایستی = must, should, have
نباید = not, must, should
شاید = may, maybe, perhaps, might
می‌توان، می‌تواند، می‌توانند، بتواند، بتوانند، می‌توانیم، توانست، توانستند = can, could
نمی‌توان، نمی‌تواند، نمی‌توانند = cannot
بسیار، خیلی = very, many, much, highly, so
هم، نیز، همچنین = also, too
همه، تمامی، کلیه = all, every, everyone
هر = every, each, any
هیچ = no, any, none, nothing
دیگر = other, another, more, else
دیگران = others
فقط، تنها = only, just
ولی، اما = but, however
اگر = if
یا = or
نه = not, no
زیرا، چرا که، چون = because
بیشتر = more, most
کمتر = less, fewer
حتی = even
چند = several, few, some
بدون = without
بین، میان = between, among
علیه = against
درباره، در مورد = about, regarding
همواره، همیشه = always
هنوز = still, yet
وقتی، هنگامی = when
بنابراین = therefore, so, thus
آیا = whether
چگونه = how
چرا = why
کجا = where
چنین = such
همین = same
هرگز = never
نیست، نیستند، نیستیم، نبود = not
تا = until, till
خود، خویش = own, its, his, her, their, our, my, itself, himself, themselves
`;

const attached = `
و = and
در = in, at, on
از = from, of
به = to
با = with
برای = for
بر = on
که = that, which, who
این = this, these
آن = that, it
آنها، آنان، ایشان = they, them, their
ما = we, our, us
شما = you, your
من = i, my, me
او، وی = he, she, him, her, his
یک = a, an
است، هست = is
بود = was
هستند = are
بودند = were
`;

/** What a small word may stand for. */
export interface FunctionGloss {
  /** `englishStem`. */
  readonly stem: string;
  /** False for a word that is linked only beside linked words. */
  readonly isMeaningful: boolean;
}

/** The glosses of small words by `foldKey` at `tight`. */
export const functionGlosses: ReadonlyMap<string, readonly FunctionGloss[]> = new Map([
  ...entriesOf(attached, false),
  ...entriesOf(meaningful, true),
]);

function entriesOf(list: string, isMeaningful: boolean): readonly (readonly [string, readonly FunctionGloss[]])[] {
  return list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [fa = '', en = ''] = line.split(' = ');
      const glosses = en.split(', ').map((word) => ({ stem: englishStem(word), isMeaningful }));
      return fa.split('، ').map((word) => [foldKey(word, 'tight'), glosses] as const);
    });
}
