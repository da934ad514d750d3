/** What can be wrong with the terms of a glossary and with a file of them, in Persian. */
export const glossaryProblems = {
  'glossary.empty': 'پرونده سطری ندارد. سطر نخست باید چنین باشد: \u2066{{columns}}\u2069.',
  'glossary.columns':
    'سطر نخست ستون \u2066{{missing}}\u2069 را نام نمی‌برد. نام ستون‌ها را در آن بنویسید: \u2066{{columns}}\u2069. جز فارسی و یکی برای انگلیسی همه می‌توانند نباشند.',
  'glossary.column-twice': 'سطر نخست ستون \u2066{{name}}\u2069 را دوبار دارد. یکی را بردارید.',
  'glossary.cells':
    'سطر {{line, number}} {{count, number}} خانه دارد، اما ستون‌ها {{limit, number}} تا هستند. خانه‌های دارای ویرگول را در علامت نقل‌قول بگذارید.',
  'glossary.long':
    'سطر {{line, number}}، ستون {{column, number}}: خانه {{size, number}} نویسه دارد؛ حداکثر {{limit, number}} خوانده می‌شود. کوتاهش کنید.',
  'glossary.persian':
    'سطر {{line, number}}، ستون {{column, number}}: اصطلاح فارسی «\u2068{{name}}\u2069» حرف یا رقمی ندارد، یا سطرش شکسته است. واژه‌ای بنویسید یا سطر را بردارید.',
  'glossary.english':
    'سطر {{line, number}}: اصطلاح «\u2068{{name}}\u2069» انگلیسی ندارد. یکی بنویسید یا سطر را بردارید.',
  'glossary.word':
    'سطر {{line, number}}، ستون {{column, number}}: اصطلاح انگلیسی «\u2068{{name}}\u2069» حرف یا رقمی ندارد، یا سطرش شکسته است. درستش کنید یا بردارید.',
  'glossary.twice': 'سطر {{line, number}}: انگلیسی «\u2068{{name}}\u2069» دوبار آمده است. یکی را بردارید.',
  'glossary.none': 'در پرونده اصطلاحی با فارسی و انگلیسی نیست. پرونده‌ای دیگر برگزینید.',
  'glossary.too-many':
    'پرونده {{count, number}} اصطلاح دارد؛ در یک واژه‌نامه حداکثر {{limit, number}} تا جا می‌شود. آن را بخش کنید.',
  'glossary.column-unknown': 'ستون «\u2068{{name}}\u2069» شناخته نیست و خوانده نشد. شناخته‌ها: \u2066{{columns}}\u2069.',
  'glossary.part-of-speech': 'سطر {{line, number}}: نقش دستوری «\u2068{{name}}\u2069» شناخته نیست و خوانده نشد.',
  'glossary.joined':
    'سطر {{line, number}} اصطلاح «\u2068{{name}}\u2069» را که در سطر {{other, number}} هست باز دارد؛ یکی شدند.',
  'glossary.one-sided': 'مفهومی که در سطر {{line, number}} آغاز می‌شود فارسی یا انگلیسی ندارد. کنار گذاشته شد.',
  'term.persian': 'اصطلاح فارسی «\u2068{{name}}\u2069» حرف یا رقمی ندارد، یا سطرش شکسته است. واژه‌ای بنویسید.',
  'term.english': 'اصطلاح «\u2068{{name}}\u2069» انگلیسی ندارد. یکی بنویسید: برگزیده، پذیرفته یا ممنوع.',
  'term.word': 'اصطلاح انگلیسی «\u2068{{name}}\u2069» حرف یا رقمی ندارد، یا سطرش شکسته است. درستش کنید یا بردارید.',
  'term.twice': 'انگلیسی «\u2068{{name}}\u2069» دوبار آمده است. یکی را بردارید.',
} as const;
