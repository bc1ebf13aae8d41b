/**
 * A category is a path of folder names joined by `/`. A slash that belongs to a name is written `\/`; a backslash that
 * would be taken for the beginning of such an escape is doubled. Every other backslash stands for itself.
 */

/**
 * Joins folder names to a category, so that {@link splitCategory} gives them back.
 *
 * @param names - outermost first; blank ones are left out
 */
export function joinCategory(names: readonly string[]): string {
  return trimAll(names)
    .map((name) => name.replace(/\\(?=[\\/]|$)/g, '\\\\').replaceAll('/', '\\/'))
    .join('/');
}

/** The folder names of a category, outermost first; none of them is blank. */
export function splitCategory(category: string): string[] {
  const names = [''];
  for (const [piece] of category.matchAll(/\\[\\/]|\/|[^\\/]+|\\/g)) {
    if (piece === '/') names.push('');
    else
      names.push(
        (names.pop() ?? '') + (piece.length === 2 && piece.startsWith('\\') ? piece.charAt(1) : piece),
      );
  }
  return trimAll(names);
}

function trimAll(names: readonly string[]): string[] {
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
