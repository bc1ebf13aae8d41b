import { PassThrough, Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { filterNdjson } from '../../../src/cli/ndjson-filter.js';
import { PermanentError } from '../../../src/errors.js';

type Answer = Parameters<typeof filterNdjson>[2];

const echo: Answer = ({ text }) => Promise.resolve({ text });

/** What the filter writes for these chunks, line by line. */
async function filter(chunks: readonly (string | Buffer)[], answer: Answer = echo): Promise<unknown[]> {
  const output = new PassThrough();
  const written = output.setEncoding('utf8').toArray();
  await filterNdjson(Readable.from(chunks), output, answer);
  output.end();
  const text = (await written).join('');
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

describe('filterNdjson', () => {
  it('answers each line with its id, in order', async () => {
    const slowFirst: Answer = async ({ id, text }) => {
      if (id === 1) await new Promise((resolve) => setImmediate(resolve));
      return { text };
    };
    const lines = ['{"id":1,"text":"a"}', '{"text":"b","id":"two"}', '{"id":{"n":3},"text":"c"}'];
    expect(await filter([`${lines.join('\n')}\n`], slowFirst)).toEqual([
      { id: 1, text: 'a' },
      { id: 'two', text: 'b' },
      { id: { n: 3 }, text: 'c' },
    ]);
  });

  it('answers a line without an id with null', async () => {
    expect(await filter(['{"text":"a"}\n'])).toEqual([{ id: null, text: 'a' }]);
  });

  it('answers a bad line with its error, and goes on', async () => {
    const answers = await filter(['{"id":1,"text":"a"}\n{"id":2,\n{"id":3,"text":"c"}\n']);
    expect(answers).toMatchObject([
      { id: 1, text: 'a' },
      { id: null, error: { code: 'bad_input' } },
      { id: 3, text: 'c' },
    ]);
    expect(JSON.stringify(answers[1])).toContain('The line is no JSON');
  });

  it.each(['[1]', 'null', '7', '"text"', 'true'])('refuses %s, which is no object', async (line) => {
    expect(await filter([`${line}\n`])).toEqual([
      { id: null, error: { code: 'bad_input', message: 'The line must hold a JSON object with an id' } },
    ]);
  });

  it('keeps the id of a line whose work fails, with the error’s code', async () => {
    const failing: Answer = ({ id }) =>
      id === 1
        ? Promise.reject(new PermanentError('not_html', 'a picture'))
        : Promise.reject(new TypeError('x is not a function'));
    expect(await filter(['{"id":1}\n{"id":2}\n'], failing)).toEqual([
      { id: 1, error: { code: 'not_html', message: 'a picture' } },
      { id: 2, error: { code: 'unexpected', message: 'x is not a function' } },
    ]);
  });

  it('passes blank lines over', async () => {
    expect(await filter(['\n\n{"id":1,"text":"a"}\n  \n\r\n{"id":2,"text":"b"}\n\n'])).toEqual([
      { id: 1, text: 'a' },
      { id: 2, text: 'b' },
    ]);
  });

  it('writes nothing for no input', async () => {
    expect(await filter([])).toEqual([]);
  });

  it('reads lines that end in CR LF, and a last one that does not end', async () => {
    expect(await filter(['{"id":1,"text":"a"}\r\n{"id":2,"text":"b"}'])).toEqual([
      { id: 1, text: 'a' },
      { id: 2, text: 'b' },
    ]);
  });

  it('reads lines and characters that are torn between chunks, and a byte order mark', async () => {
    const bytes = Buffer.from('\ufeff{"id":1,"text":"Zürich 東京 🐦"}\n{"id":2,"text":"ß"}\n');
    const chunks = [...bytes].map((byte) => Buffer.from([byte]));
    expect(await filter(chunks)).toEqual([
      { id: 1, text: 'Zürich 東京 🐦' },
      { id: 2, text: 'ß' },
    ]);
  });

  it('answers a line that is too long by its id without keeping it, and goes on', async () => {
    const mebibyte = 'x'.repeat(1024 * 1024);
    const tooLong = (start: string) => [start, ...Array.from({ length: 129 }, () => mebibyte), '"}\n'];
    const error = { code: 'bad_input', message: 'The line is longer than 134217728 characters' };
    const lines = [
      ...tooLong('{"id":1,"text":"'),
      ...tooLong('{ "id" : "a\\"b", "text":"'),
      ...tooLong('{"text":"'),
      ...tooLong('{"id":"\\x","text":"'),
      '{"id":2,"text":"b"}\n',
      '{"id":3,"text":"',
      ...Array.from({ length: 129 }, () => mebibyte),
    ];
    expect(await filter(lines)).toEqual([
      { id: 1, error },
      { id: 'a"b', error },
      { id: null, error },
      { id: null, error },
      { id: 2, text: 'b' },
      { id: 3, error },
    ]);
  });

  it('reads on only when a line is answered', async () => {
    const events: string[] = [];
    async function* input() {
      for (const id of [1, 2, 3]) {
        events.push(`read ${id}`);
        yield await Promise.resolve(`{"id":${id}}\n`);
      }
    }
    const answer: Answer = async ({ id }) => {
      await new Promise((resolve) => setImmediate(resolve));
      events.push(`answered ${String(id)}`);
      return {};
    };
    await filterNdjson(input(), new PassThrough().resume(), answer);
    expect(events).toEqual(['read 1', 'answered 1', 'read 2', 'answered 2', 'read 3', 'answered 3']);
  });

  it('waits for a reader that is slower than it', async () => {
    let unread = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        setImmediate(() => {
          unread -= 1;
          done();
        });
      },
    });
    const answer: Answer = () => {
      unread += 1;
      most = Math.max(most, unread);
      return Promise.resolve({});
    };
    await filterNdjson(Readable.from(['{"id":1}\n'.repeat(50)]), slow, answer);
    expect(most).toBe(1);
  });
});
