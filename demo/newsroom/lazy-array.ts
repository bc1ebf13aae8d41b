/**
 * An array whose entries are computed whenever they are read, so that thousands of them cost no memory.
 * Everything that only reads (loops, `map`, `find`, spreading) works as on any array.
 *
 * @param length - how many entries there are now
 * @param entryAt - computes the entry at an index from 0 to `length() - 1`; must be repeatable
 */
export function lazyArray<T>(length: () => number, entryAt: (index: number) => T): readonly T[] {
  const isEntry = (key: string | symbol): key is string =>
    typeof key === 'string' && /^\d+$/.test(key) && Number(key) < length();

  return new Proxy<readonly T[]>([], {
    get(target, key, receiver): unknown {
      if (key === 'length') return length();
      return isEntry(key) ? entryAt(Number(key)) : Reflect.get(target, key, receiver);
    },
    has: (target, key) => isEntry(key) || Reflect.has(target, key),
  });
}
