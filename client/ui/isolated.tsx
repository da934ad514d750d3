/** A message with each value that it isolates from its own direction (U+2068 … U+2069) in an element of its own. */
export function Isolated({ text }: { readonly text: string }) {
  return text.split(isolate).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message never change their places
      <bdi key={index} lang={/\p{Script=Arabic}/u.test(part) ? 'fa' : 'en'}>
        {part}
      </bdi>
    ),
  );
}

const isolate = /\u2068([^\u2069]*)\u2069/u;
