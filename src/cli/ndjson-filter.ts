import { once } from 'node:events';
import { errorCodeOf, errorMessageOf, PermanentError } from '../errors.js';

/**
 * The longest line that is read: 96 MiB in base64, nine times the largest feed that the fetcher lets through.
 * A quarter of what a string of V8 holds, so that the line and its parsed fields fit in memory together.
 */
const MAX_LINE_LENGTH = 128 * 1024 * 1024;

/** How much of a longer line is kept, to answer it by its id. */
const HEAD_LENGTH = 2_000;

/** An id that a line begins with: a string or a whole number. */
const LEADING_ID = /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.){0,1000}"|-?\d{1,15})\s*[,}]/;

/** A line of the input, or how one begins that is too long to be read. */
type Line = { readonly text: string } | { readonly head: string };

/** What is said to one line: the answer, or why there is none. */
export type AnsweredLine<Answer extends object> =
  ({ readonly id: unknown } & Answer) | { readonly id: unknown; readonly error: LineError };

interface LineError {
  readonly code: string;
  readonly message: string;
}

/**
 * Runs a filter: one JSON object per input line, one JSON line of output per input line, in order. A bad line is
 * answered with its error and the rest goes on. Memory stays flat: a line is answered before the next is read.
 *
 * @param input - NDJSON
 * @param output - where the answers go
 * @param answer - gets one object (with its `id`) and returns the answer without the id
 * @param write - how an answer reads, without the line break behind it: JSON, unless it is for people
 */
export async function filterNdjson<Answer extends object>(
  input: AsyncIterable<Buffer | string>,
  output: NodeJS.WritableStream,
  answer: (record: Readonly<Record<string, unknown>>) => Promise<Answer>,
  write: (line: AnsweredLine<Answer>) => string = JSON.stringify,
): Promise<void> {
  for await (const line of readLines(input)) {
    if ('text' in line && line.text.trim() === '') continue;
    const result = await answerLine(line, answer);
    if (!output.write(`${write(result)}\n`)) await once(output, 'drain');
  }
}

async function answerLine<Answer extends object>(
  line: Line,
  answer: (record: Readonly<Record<string, unknown>>) => Promise<Answer>,
): Promise<AnsweredLine<Answer>> {
  let id: unknown = 'head' in line ? leadingId(line.head) : null;
  try {
    const record = parseRecord(line);
    id = record.id ?? null;
    return { id, ...(await answer(record)) };
  } catch (error) {
    return { id, error: { code: errorCodeOf(error), message: errorMessageOf(error) } };
  }
}

function leadingId(head: string): unknown {
  const id = LEADING_ID.exec(head)?.[1];
  try {
    return id === undefined ? null : (JSON.parse(id) as unknown);
  } catch {
    // A string with a wrong escape: there is no id to answer by.
    return null;
  }
}

function parseRecord(line: Line): Record<string, unknown> {
  if ('head' in line) {
    throw new PermanentError('bad_input', `The line is longer than ${MAX_LINE_LENGTH} characters`);
  }
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch (error) {
    throw new PermanentError('bad_input', `The line is no JSON: ${errorMessageOf(error)}`, { cause: error });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new PermanentError('bad_input', 'The line must hold a JSON object with an id');
  }
  return value as Record<string, unknown>;
}

/** Like node:readline, but a line may not grow without end: of one that is too long only the head is kept. */
async function* readLines(input: AsyncIterable<Buffer | string>): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let pieces: string[] = [];
  let length = 0;
  const take = (): Line => {
    const text = pieces.join('');
    const line = length > MAX_LINE_LENGTH ? { head: text } : { text };
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of input) {
    const lines = (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })).split('\n');
    for (const [index, piece] of lines.entries()) {
      if (index > 0) yield take();
      const wasTooLong = length > MAX_LINE_LENGTH;
      length += piece.length;
      if (length <= MAX_LINE_LENGTH) pieces.push(piece);
      else if (!wasTooLong) pieces = [headOf([...pieces, piece])];
    }
  }
  if (length > 0) yield take();
}

function headOf(pieces: readonly string[]): string {
  let head = '';
  for (const piece of pieces) {
    if (head.length >= HEAD_LENGTH) break;
    head += piece.slice(0, HEAD_LENGTH);
  }
  return head.slice(0, HEAD_LENGTH);
}
