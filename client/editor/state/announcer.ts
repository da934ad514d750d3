/** A piece of an announcement, in its own language where that is not the language of the interface. */
export type Utterance = string | { readonly text: string; readonly lang: 'fa' | 'en' };

/** Says to a screen reader what the eye sees happen. */
export class Announcer {
  readonly dom = document.createElement('div');

  constructor() {
    this.dom.className = 'announcer';
    this.dom.setAttribute('role', 'status');
  }

  say(...utterances: readonly Utterance[]): void {
    this.dom.replaceChildren(
      ...utterances.map((utterance) => {
        const part = document.createElement('p');
        if (typeof utterance === 'string') part.textContent = utterance;
        else {
          part.lang = utterance.lang;
          part.textContent = utterance.text;
        }
        return part;
      }),
    );
  }
}
