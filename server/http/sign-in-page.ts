const words = {
  en: {
    title: 'Radif: sign in',
    say: 'Radif is running, but this browser is not signed in. Open the link that Radif printed when it was started; it ends in <code>?key=…</code>. Or paste it here:',
    wrong: 'This key is not the right one: it may be of another Radif.',
    open: 'Open · ورود',
  },
  fa: {
    title: 'ردیف: ورود',
    say: 'ردیف در حال اجراست، اما این مرورگر وارد نشده است. پیوندی را باز کنید که ردیف هنگام شروع نوشته است و با <code dir="ltr">?key=…</code> پایان می‌یابد؛ یا آن را در این کادر بگذارید.',
    wrong: 'این کلید درست نیست؛ شاید از آنِ ردیف دیگری باشد.',
  },
} as const;

/** The plain page that a browser without a session gets, in both languages. */
export function signInPage({ wrongKey }: { readonly wrongKey: boolean }): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.en.title}</title>
<style>
  body { font: 1rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem }
  form { display: flex; gap: .5rem; margin: 1.5rem 0 }
  input { flex: 1; font: inherit; padding: .4rem .6rem }
  button { font: inherit; padding: .4rem 1.2rem }
  .wrong { font-weight: 600 }
</style>
</head>
<body>
<main>
<h1>Radif <span lang="fa" dir="rtl">ردیف</span></h1>
${wrongKey ? `<p class="wrong" role="alert">${words.en.wrong}</p>` : ''}
<p>${words.en.say}</p>
<form action="/" method="get">
  <input name="key" required autofocus autocomplete="off" aria-label="Key · کلید">
  <button>${words.en.open}</button>
</form>
<div lang="fa" dir="rtl">
${wrongKey ? `<p class="wrong">${words.fa.wrong}</p>` : ''}
<p>${words.fa.say}</p>
</div>
</main>
</body>
</html>
`;
}

/** Asks for the same page once more, this time from here: on the way from a foreign site a browser keeps the
 *  SameSite=Strict cookie back, though its owner may well be signed in. */
export const onceMore = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0"><title>Radif</title></head><body></body></html>
`;
