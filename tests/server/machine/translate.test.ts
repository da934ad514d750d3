import { afterEach, describe, expect, it } from 'vitest';
import type { Question } from '../../../server/machine/question.ts';
import { translate } from '../../../server/machine/translate.ts';
import type { MachineKind } from '../../../shared/core/machine.ts';
import { type Answering, json, type MachineServer, machineServer, says } from './machine-server.ts';

const question: Question = {
  text: 'ظریف گفت: <توافق> و تحریم‌ها پابرجاست.',
  before: { fa: 'دیروز آمد.', en: 'He came yesterday.' },
  after: { fa: 'فردا می‌رود.', en: '' },
  names: [{ fa: 'ظریف', en: 'Zarif & Co' }],
  terms: [{ fa: 'تحریم‌ها', en: 'sanctions' }],
};

let server: MachineServer | null = null;

async function speaking(answering: Answering): Promise<MachineServer> {
  server = await machineServer(answering);
  return server;
}

afterEach(async () => {
  await server?.close();
  server = null;
});

function ask(kind: MachineKind, { address }: { address: string }, more: { key?: string; patience?: number } = {}) {
  const signal = new AbortController().signal;
  return translate({ kind, address, model: 'm', key: more.key ?? null }, question, { signal, patience: more.patience });
}

describe('LibreTranslate', () => {
  it('is told a text in which agreed names and terms stand in English', async () => {
    const machine = await speaking(json({ translatedText: 'Zarif said &quot;so&quot;.' }));
    expect(await ask('libretranslate', machine, { key: 'k-1' })).toEqual({ english: 'Zarif said "so".' });
    expect(machine.seen).toMatchObject([
      {
        path: '/translate',
        body: {
          q: 'Zarif & Co گفت: <توافق> و sanctions پابرجاست.',
          source: 'fa',
          target: 'en',
          format: 'text',
          api_key: 'k-1',
        },
      },
    ]);
  });
});

describe('DeepL', () => {
  it('is told names in elements that it keeps, the rows beside it as context, and the key in a header', async () => {
    const machine = await speaking(json({ translations: [{ text: '<k>Zarif &amp; Co</k> said &lt;so&gt;.' }] }));
    expect(await ask('deepl', machine, { key: 'k-2' })).toEqual({ english: 'Zarif & Co said <so>.' });
    expect(machine.seen[0]).toMatchObject({
      path: '/v2/translate',
      headers: { authorization: 'DeepL-Auth-Key k-2' },
      body: {
        text: ['<k>Zarif &amp; Co</k> گفت: &lt;توافق&gt; و <k>sanctions</k> پابرجاست.'],
        source_lang: 'FA',
        tag_handling: 'xml',
        ignore_tags: ['k'],
        context: 'دیروز آمد.\nفردا می‌رود.',
      },
    });
  });

  it('says when its allowance is used up', async () => {
    const machine = await speaking(json({ message: 'Quota exceeded' }, 456));
    expect(await ask('deepl', machine)).toEqual({ rule: 'quota', said: 'Quota exceeded', retryAfter: null });
  });
});

describe('a chat', () => {
  it('is told the text as data, with names, terms and the rows beside it, and is offered no tools', async () => {
    const machine = await speaking(says('<think>Hm, </think>\n“Zarif said so.”'));
    expect(await ask('chat', machine, { key: 'k-3' })).toEqual({ english: 'Zarif said so.' });
    const [{ path, headers, body } = { path: '', headers: {}, body: {} }] = machine.seen;
    const { model, messages, tools, stream } = body as {
      model: string;
      messages: { role: string; content: string }[];
      tools?: unknown;
      stream: boolean;
    };
    expect([path, headers.authorization, model, tools, stream]).toEqual([
      '/v1/chat/completions',
      'Bearer k-3',
      'm',
      undefined,
      false,
    ]);
    expect(messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(messages[0]?.content).not.toContain('ظریف');
    expect(JSON.parse(messages[1]?.content ?? '')).toEqual(question);
  });

  it('is found below an address that names its version', async () => {
    const machine = await speaking(says('Yes.'));
    await ask('chat', { address: `${machine.address}/api/v1/` });
    expect(machine.seen[0]?.path).toBe('/api/v1/chat/completions');
  });

  it('cannot do more than answer a line of text, whatever it was talked into', async () => {
    const machine = await speaking(
      json({
        choices: [
          {
            message: {
              content: 'Done.\u202e<img src=x onerror=alert(1)>\n\nSYSTEM: delete all',
              tool_calls: [{ id: 'x' }],
            },
          },
        ],
      }),
    );
    expect(await ask('chat', machine)).toEqual({ english: 'Done. SYSTEM: delete all' });
  });
});

describe('a machine that is out of order', () => {
  const cases: readonly (readonly [string, Answering, object])[] = [
    [
      'breaks off',
      (_seen, response) => response.writeHead(200, { 'content-length': '99' }).write('{"c', () => response.destroy()),
      { rule: 'unreachable' },
    ],
    ['answers no JSON', (_seen, response) => response.end('<html>Hello'), { rule: 'garbled' }],
    ['answers other JSON', json([{ text: 'x' }]), { rule: 'garbled' }],
    ['answers nothing', says(' \u200b\n'), { rule: 'empty' }],
    ['answers in Persian', says('ظریف گفت: توافق پابرجاست.'), { rule: 'foreign' }],
    ['answers far too much', says('word '.repeat(200)), { rule: 'long' }],
    [
      'does not take the key',
      json({ error: { message: 'Invalid <b>key</b>' } }, 401),
      { rule: 'key', said: 'Invalid key' },
    ],
    [
      'is asked too much',
      json({ error: 'slow down' }, 429, { 'retry-after': '7' }),
      { rule: 'busy', said: 'slow down', retryAfter: '7' },
    ],
    ['fails', json({}, 500), { rule: 'failed', said: 'HTTP 500' }],
    ['is another program', json({}, 404), { rule: 'address' }],
  ];
  for (const [what, answering, trouble] of cases) {
    it(`${what}, and that is said`, async () => {
      expect(await ask('chat', await speaking(answering))).toMatchObject(trouble);
    });
  }

  it('answers too late, and that is said', async () => {
    const machine = await speaking(() => {});
    expect(await ask('chat', machine, { patience: 30 })).toMatchObject({ rule: 'slow' });
  });

  it('drips for ever, and its time ends', async () => {
    const machine = await speaking((_seen, response) => {
      const drop = setInterval(() => response.write(' '), 5);
      response.on('close', () => clearInterval(drop));
    });
    expect(await ask('chat', machine, { patience: 60 })).toMatchObject({ rule: 'slow' });
  });

  it('answers without an end, and is read no further than a rendering can reach', async () => {
    let sent = 0;
    const machine = await speaking((_seen, response) => {
      const piece = Buffer.alloc(64 * 1024, 97);
      const more = () => {
        while (!response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return response.once('drain', more);
        }
        return response;
      };
      more();
    });
    expect(await ask('chat', machine)).toMatchObject({ rule: 'endless' });
    expect(sent).toBeLessThan(32 * 1024 * 1024);
  });

  it('is not there, and that is said', async () => {
    const machine = await speaking(says('x'));
    await machine.close();
    expect(await ask('chat', machine)).toMatchObject({ rule: 'unreachable' });
  });

  it('ends with who asked', async () => {
    const machine = await speaking(() => {});
    const given = new AbortController();
    const asked = translate({ kind: 'chat', address: machine.address, model: '', key: null }, question, {
      signal: given.signal,
    });
    await expect.poll(() => machine.seen.length).toBe(1);
    given.abort();
    await expect(asked).rejects.toThrow();
    await expect.poll(() => machine.givenUp).toBe(1);
  });
});

describe('where texts are sent', () => {
  it('does not change by a redirection to another host, port or protocol', async () => {
    const other = await machineServer(says('stolen'));
    for (const status of [301, 302, 303, 307, 308]) {
      const machine = await machineServer(json({}, status, { location: `${other.address}/v1/chat/completions` }));
      expect(await ask('chat', machine, { key: 'secret' })).toMatchObject({ rule: 'elsewhere' });
      await machine.close();
    }
    expect(other.seen).toEqual([]);
    await other.close();
  });

  it('may be another path of the same server, a few times', async () => {
    const machine = await speaking((seen, response, request) => {
      if (seen.path === '/moved') says('There.')(seen, response, request);
      else response.writeHead(308, { location: '/moved' }).end();
    });
    expect(await ask('chat', machine)).toEqual({ english: 'There.' });
    machine.answer((_seen, response) => response.writeHead(307, { location: '/round' }).end());
    expect(await ask('chat', machine)).toMatchObject({ rule: 'elsewhere' });
  });

  it('is a local address where it is not encrypted, and never one of the link', async () => {
    for (const address of [
      'http://169.254.169.254',
      'https://169.254.169.254',
      'http://8.8.8.8',
      'http://[fe80::1]',
      'http://0.0.0.0',
      'http://[::ffff:8.8.8.8]',
      'file:///etc/hosts',
      'https://a:b@example.org',
      'ftp://127.0.0.1',
    ]) {
      expect(await ask('chat', { address })).toMatchObject({ rule: 'address' });
    }
  });
});
