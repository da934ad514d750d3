import i18next from 'i18next';
import { notice } from './notices.tsx';

/** Says so, from now on, where a field takes only the beginning of what is pasted into it: the browser leaves the rest out without a word. */
export function tellCutPastes(): void {
  window.addEventListener('paste', ({ target, clipboardData, defaultPrevented }) => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (!isField || target.maxLength < 0 || defaultPrevented) return;
    const { value, maxLength, selectionStart, selectionEnd } = target;
    const kept = value.length - ((selectionEnd ?? 0) - (selectionStart ?? 0));
    const pasted = clipboardData?.getData('text') ?? '';
    if (kept + pasted.length > maxLength) notice(i18next.t('app.pasteCut', { limit: maxLength }), 'paste-cut');
  });
}
