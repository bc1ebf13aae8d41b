/** More entities than any honest feed defines; the rest stays unexpanded. */
const MAX_ENTITIES = 100;

/** Names as repairXml knows references. The five of XML itself can't be redefined. */
const DECLARATION =
  /<!ENTITY\s{1,20}(?!(?:amp|lt|gt|quot|apos)\s)([A-Za-z][A-Za-z0-9]{0,40})\s{1,20}(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s{0,20}>/g;

/**
 * The entities that a document type defines as short literal text (`<!ENTITY co "Ltd">`): without markup,
 * without a reference to anything else, up to 200 characters, at most 100 of them. No other is ever expanded,
 * so none can nest, loop, or reach for a file or an address; how much text they may come to in all is capped
 * where they are used.
 *
 * @param prolog - what stands before a document's root element
 * @returns texts by name; the first declaration of a name counts (XML 1.0, 4.2)
 */
export function readLiteralEntities(prolog: string): ReadonlyMap<string, string> {
  const entities = new Map<string, string>();
  if (!prolog.includes('<!ENTITY')) return entities;
  for (const [, name = '', double, single] of prolog.matchAll(DECLARATION)) {
    if (entities.size >= MAX_ENTITIES) break;
    if (!entities.has(name)) entities.set(name, double ?? single ?? '');
  }
  return entities;
}
