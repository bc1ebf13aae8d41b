import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

export type Log = Logger;

/**
 * A structured logger: one JSON object a line on stderr, because stdout belongs to results.
 *
 * @param level - the least level that is written
 */
export function createLog(level: Config['logLevel']): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
