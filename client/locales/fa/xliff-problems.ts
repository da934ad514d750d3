import type { XliffRule } from '../../../shared/formats/xliff/problems.ts';

/** The constraints of XLIFF, in Persian. Names of elements and attributes stay as the file has them. */
export const xliffProblems = {
  'xliff.root':
    'انتظار \u2066<xliff>\u2069 از XLIFF 2 بود، ولی \u2066<{{found}}>\u2069 از فضای نام «\u2068{{uri}}\u2069» آمد. پرونده‌ای XLIFF برگزینید.',
  'xliff.element':
    '\u2066<{{found}}>\u2069 نباید اینجا در \u2066<{{parent}}>\u2069 باشد. آن را بردارید یا جابه‌جا کنید.',
  'xliff.missing': '\u2066<{{parent}}>\u2069 باید \u2066<{{expected}}>\u2069 داشته باشد. آن را بیفزایید.',
  'xliff.text': '\u2066<{{parent}}>\u2069 نباید از خود متن داشته باشد. آن را بردارید.',
  'xliff.attribute': '\u2066<{{element}}>\u2069 ویژگی \u2066{{name}}\u2069 ندارد. آن را بردارید.',
  'xliff.required': '\u2066<{{element}}>\u2069 باید ویژگی \u2066{{name}}\u2069 داشته باشد. آن را بیفزایید.',
  'xliff.value': 'ویژگی \u2066{{name}}\u2069 «\u2068{{value}}\u2069» است. انتظار این بود: \u2066{{expected}}\u2069.',
  'xliff.id': 'شناسهٔ «\u2068{{value}}\u2069» دو بار آمده است (\u2066{{scope}}\u2069). یکی را تغییر دهید.',
  'xliff.skeleton': '\u2066<skeleton>\u2069 یا محتوا دارد یا \u2066href\u2069، نه هر دو و نه هیچ‌کدام.',
  'xliff.language':
    'زبان \u2066<{{element}}>\u2069 «\u2068{{value}}\u2069» است، ولی \u2066{{name}}\u2069 در \u2066<xliff>\u2069 «\u2068{{expected}}\u2069» است. یکی را درست کنید.',
  'xliff.target-language': '\u2066<target>\u2069 هست، پس \u2066<xliff>\u2069 باید \u2066trgLang\u2069 داشته باشد.',
  'xliff.order': 'دو مقصد در این واحد در جای {{value}} هستند. مقصدی که \u2066order\u2069 ندارد در جای مبدأ خود است.',
  'xliff.order-range': 'جای {{value}} بیش از {{count, number}} بخش این واحد است.',
  'xliff.character':
    '\u2066<cp>\u2069 برای نویسه‌هایی است که XML ندارد و \u2066{{value}}\u2069 از آنها نیست. خود نویسه را بنویسید.',
  'xliff.data':
    '\u2066{{name}}\u2069 دادهٔ «\u2068{{value}}\u2069» را نام می‌برد که \u2066<originalData>\u2069 این واحد ندارد.',
  'xliff.copy': '\u2066copyOf\u2069 از «\u2068{{value}}\u2069» نام می‌برد که در این واحد کدی از همان گونه نیست.',
  'xliff.copy-data': '\u2066copyOf\u2069 نباید کنار \u2066{{name}}\u2069 بیاید.',
  'xliff.subtype': '\u2066subType\u2069 باید \u2066type\u2069 در کنار خود داشته باشد\u2066{{detail}}\u2069.',
  'xliff.substate': '\u2066subState\u2069 باید \u2066state\u2069 در کنار خود داشته باشد.',
  'xliff.start-code':
    'پس از \u2066<sc>\u2069 در این واحد \u2066<ec>\u2069 نیامده است. کدی که جای دیگر پایان می‌یابد \u2066isolated="yes"\u2069 دارد.',
  'xliff.isolated-start': '\u2066<sc>\u2069 جداافتاده است، ولی \u2066<ec>\u2069ای در همین واحد آن را پایان می‌دهد.',
  'xliff.end-code': 'پیش از \u2066<ec>\u2069 در این واحد \u2066<sc>\u2069 با شناسهٔ «\u2068{{value}}\u2069» نیست.',
  'xliff.isolated-end':
    '\u2066<ec>\u2069 جداافتاده \u2066id\u2069 دارد و \u2066startRef\u2069 ندارد؛ هر \u2066<ec>\u2069 دیگر \u2066startRef\u2069 دارد و \u2066id\u2069 ندارد.',
  'xliff.end-attribute':
    '\u2066<ec>\u2069ای که جداافتاده نیست نباید \u2066{{name}}\u2069 داشته باشد؛ جایش در \u2066<sc>\u2069 آن است.',
  'xliff.pair': '\u2066{{name}}\u2069 در \u2066<ec>\u2069 با همان در \u2066<sc>\u2069 آن یکی نیست.',
  'xliff.reorder': 'کدی که نباید جابه‌جا شود نباید رونوشت یا حذف شود: \u2066canCopy="no" canDelete="no"\u2069.',
  'xliff.reorder-first': '\u2066canReorder="no"\u2069 باید پس از کدی با \u2066canReorder="firstNo"\u2069 بیاید.',
  'xliff.reordered': 'کد «\u2068{{value}}\u2069» در مقصد جایی است که \u2066canReorder\u2069 آن روا نمی‌دارد.',
  'xliff.deleted': 'کد «\u2068{{value}}\u2069» نباید حذف شود، ولی در مقصد نیست. آن را بازگردانید.',
  'xliff.target-code':
    'کد «\u2068{{value}}\u2069» در مقصد \u2066<{{found}}>\u2069 است، ولی در مبدأ \u2066<{{expected}}>\u2069.',
  'xliff.start-mark': 'پس از \u2066<sm>\u2069 در این واحد \u2066<em>\u2069 نیامده است.',
  'xliff.end-mark': 'پیش از \u2066<em>\u2069 در این واحد \u2066<sm>\u2069 با شناسهٔ «\u2068{{value}}\u2069» نیست.',
  'xliff.comment':
    'یادداشت یا متنش در \u2066value\u2069 است یا یادداشتی از همین واحد در \u2066ref\u2069، نه هر دو و نه هیچ‌کدام.',
  'xliff.fragment': 'ارجاع «\u2068{{value}}\u2069» چنان‌که XLIFF می‌نویسد نیست.',
  'xliff.reference': 'ارجاع «\u2068{{value}}\u2069» به چیزی نمی‌رسد.',
  'xliff.subflow': '\u2066{{name}}\u2069 واحد «\u2068{{value}}\u2069» را نام می‌برد که در این پرونده نیست.',
  'xliff.no-pair':
    'پرونده از «\u2068{{source}}\u2069» به «\u2068{{target}}\u2069» است، ولی ردیف فارسی و انگلیسی نگه می‌دارد.',
} satisfies Record<XliffRule, string>;
