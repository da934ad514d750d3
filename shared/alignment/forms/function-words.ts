import { foldKey } from '../../language/characters/fold.ts';

/** Words that say little of what a sentence is about. */
const english = `a about above after again against all also although am among an and another any are as at be because been before
being below between both but by can cannot could did do does doing done down during each either else even ever every few for from
further get gets getting given go goes going got had has have having he her here hers herself him himself his how however i if in
instead into is it its itself just let like made make makes making may me might mine more most much must my myself neither no nor
not now of off on once one only onto or other others our ours ourselves out over own per quite rather really s same shall she
should since so some still such t than that the their theirs them themselves then there these they this those though through thus
to too toward towards under until up upon us very was we were what whatever when where whether which while who whom whose why will
with within without would yet you your yours yourself don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
ll ve re d m don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't hasn't haven't hadn't can't it's
that's there's he's she's i'm i've i'd i'll you're you've you'll we're we've we'll they're they've they'll let's what's who's`;

const persian = `و در به از که این آن با است را برای تا بر هم نیز اما ولی یا اگر هر چه چون پس پیش بین زیر روی بالای کنار نزد
بود بودند بودم بودیم بوده نبود باشد باشند باشیم باشم نباشد هست هستند هستم هستیم هستید نیست نیستند نیستم شد شدند شده شود شوند
می‌شود می‌شوند نمی‌شود نشد نشده شدن بشود خواهد خواهند خواهم خواهیم نخواهد کرد کردند کردم کردیم کرده کند کنند کنم کنیم می‌کند
می‌کنند می‌کنم می‌کنیم می‌کرد می‌کردند نمی‌کند نمی‌کنند نکرد نکرده کردن بکند کنید می‌کنید داد دادند داده دهد دهند می‌دهد می‌دهند
دادن دارد دارند دارم داریم داشت داشتند داشته ندارد ندارند نداشت داشتن باید نباید شاید من تو او ما شما آنها آن‌ها ایشان وی خود
خودش خودشان خویش یک یکی همه همین همان چنین چنان چند برخی بعضی هیچ دیگر بسیار خیلی فقط تنها حتی البته همچنین بلکه زیرا چرا چگونه
کجا کی اینکه آنکه بنابراین سپس اکنون حالا کنون ای آیا نه بله مگر جز طی درباره مورد توسط بدون علیه ضمن بعد قبل داخل خارج میان سوی
طور گونه وقتی هنگامی آنچه هرچند اگرچه گرچه دوباره هنوز همواره دیگری دیگران بیشتر کمتر بیش کم باز گردید گردد گردیده شان مان تان اش
ام ات اند ام ایم اید ها های هایی تر ترین می نمی بی انجام صورت قرار`;

export const englishFunctionWords: ReadonlySet<string> = new Set(english.split(/\s+/u));

/** By `foldKey` at `tight`. */
export const persianFunctionWords: ReadonlySet<string> = new Set(
  persian.split(/\s+/u).map((word) => foldKey(word, 'tight')),
);
