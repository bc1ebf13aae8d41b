/** The names that were asked for, in their own order; all of them when nobody asked. */
export function choose<Name extends string>(
  names: readonly Name[],
  asked: string | undefined,
): readonly Name[] {
  const wanted = asked?.split(',').map((name) => name.trim());
  return wanted === undefined ? names : names.filter((name) => wanted.includes(name));
}
