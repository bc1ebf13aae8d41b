import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { errorMessageOf, PermanentError } from '../errors.js';

/**
 * Reads what a person names on the command line.
 *
 * @param file - a path, or - for stdin
 * @throws PermanentError `bad_input` when it can't be read
 */
export async function readBytes(file: string): Promise<Buffer> {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    throw new PermanentError('bad_input', `Can't read ${file}: ${errorMessageOf(error)}`, {
      cause: error,
      context: { file },
    });
  }
}
