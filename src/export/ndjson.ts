/**
 * Line separators that JSON leaves bare inside strings although many line readers split at them
 * (NEL, LS, PS: Unicode Standard Annex 14).
 */
const BARE_LINE_BREAKS = /[\u0085\u2028\u2029]/g;

/**
 * Writes one JSON object per line (https://github.com/ndjson/ndjson-spec).
 *
 * @param rows - anything that `JSON.stringify` writes as an object; dates become ISO 8601 in UTC
 * @returns the file's text, each line ending with a line feed; empty for no rows
 */
export function renderNdjson(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row).replace(BARE_LINE_BREAKS, escapeCharacter)}\n`).join('');
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
