import { once } from 'node:events';
import { errorCodeOf, errorMessageOf, PermanentError } from '../errors.js';

/** The longest line that is read: a page of 5 MiB in base64 with room to spare. */
const MAX_LINE_LENGTH = 64 * 1024 * 1024;

/**
 * Runs a filter: one JSON object per input line, one JSON line of output per input line, in order. A bad line is
 * answered with its error and the rest goes on. Memory stays flat: a line is answered before the next is read.
 *
 * @param input - NDJSON
 * @param output - where the answers go
 * @param answer - gets one object (with its `id`) and returns the answer without the id
 */
export async function filterNdjson(
  input: AsyncIterable<Buffer | string>,
  output: NodeJS.WritableStream,
  answer: (record: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<void> {
  for await (const line of readLines(input)) {
    if (line?.trim() === '') continue;
    const result = await answerLine(line, answer);
    if (!output.write(`${JSON.stringify(result)}\n`)) await once(output, 'drain');
  }
}

async function answerLine(
  line: string | null,
  answer: (record: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<object> {
  let id: unknown = null;
  try {
    const record = parseRecord(line);
    id = record.id ?? null;
    return { id, ...(await answer(record)) };
  } catch (error) {
    return { id, error: { code: errorCodeOf(error), message: errorMessageOf(error) } };
  }
}

function parseRecord(line: string | null): Record<string, unknown> {
  if (line === null) {
    throw new PermanentError('bad_input', `The line is longer than ${MAX_LINE_LENGTH} characters`);
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new PermanentError('bad_input', `The line is no JSON: ${errorMessageOf(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PermanentError('bad_input', 'The line must hold a JSON object with an id');
  }
  return value as Record<string, unknown>;
}

/** Like node:readline, but a line may not grow without end: one that is too long is not kept and comes as null. */
async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of input) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    for (const [index, piece] of lines.entries()) {
      if (index > 0) {
        yield length > MAX_LINE_LENGTH ? null : pieces.join('');
        pieces = [];
        length = 0;
      }
      length += piece.length;
      if (length > MAX_LINE_LENGTH) pieces = [];
      else pieces.push(piece);
    }
  }
  if (length > 0) yield length > MAX_LINE_LENGTH ? null : pieces.join('');
}
