export const machine = {
  title: 'Machine translation',
  intro:
    'A machine may suggest renderings beside the matches of the memories. It is off until somebody of the project chooses one and agrees to what is sent.',
  kind: 'Protocol',
  kinds: { libretranslate: 'LibreTranslate', deepl: 'DeepL', chat: 'Chat of OpenAI (llama.cpp, Ollama, vLLM)' },
  address: 'Address',
  model: 'Model',
  key: 'Key',
  keyStored: 'a key is stored, and is shown to nobody',
  forget: 'Forget the stored key',
  sent: {
    libretranslate:
      'The Persian of the segment with the caret and of the next three, with agreed names and terms in English, is sent to \u2068{{address}}\u2069.',
    deepl:
      'The Persian of the segment with the caret and of the next three, with agreed names and terms in English and the Persian of the segments beside each, is sent to \u2068{{address}}\u2069.',
    chat: 'The Persian of the segment with the caret and of the next three, with its agreed names and terms and both sides of the segments beside each, is sent to \u2068{{address}}\u2069.',
  },
  sentAll: {
    libretranslate:
      'The Persian of each of these segments, with agreed names and terms in English, is sent to \u2068{{address}}\u2069.',
    deepl:
      'The Persian of each of these segments, with agreed names and terms in English and the Persian of the segments beside it, is sent to \u2068{{address}}\u2069.',
    chat: 'The Persian of each of these segments, with its agreed names and terms and both sides of the segments beside it, is sent to \u2068{{address}}\u2069.',
  },
  agree: 'I agree for the project',
  agreed: 'Agreed on',
  on: 'Suggest renderings by this machine',
  save: 'Save',
  saved: 'Saved.',
  test: 'Test',
  tested: 'It answers, after {{seconds, number}} s: “\u2068{{english}}\u2069”',
  badAddress:
    'Give an https address, or an http one of this machine or the local network, without a name, password or query.',
  notAgreed: 'Nobody has agreed that texts are sent there. Agree first, then switch it on.',
  suggested: 'suggested by a machine',
  coming: 'The machine is translating it.',
  take: 'Insert what the machine suggests',
  trouble: {
    address: 'There is no such machine at this address.',
    unreachable: 'The machine cannot be reached.',
    slow: 'The machine did not answer in time.',
    busy: 'The machine is asked too much just now.',
    key: 'The machine does not take the key.',
    quota: 'The allowance of this machine is used up.',
    keyLost: 'The stored key cannot be read on this server. Give it again.',
    elsewhere: 'The machine sends to another host, which is not followed.',
    failed: 'The machine says that something went wrong.',
    endless: 'The answer of the machine has no end.',
    garbled: 'What answers there speaks another protocol.',
    empty: 'The machine has no English for it.',
    long: 'The answer of the machine is far longer than the Persian, and is left out.',
    foreign: 'The answer of the machine is no English, and is left out.',
  },
} as const;
