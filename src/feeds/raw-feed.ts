/**
 * A feed as rss-parser hands it over: every element by name, nothing interpreted yet. Names are lower
 * case with the prefixes of namespaces.ts; every value is a list, since any element may repeat.
 */

/** Elements go by this prefix inside one another, so that rss-parser leaves them alone. */
const SHELTER = 'sheltered:';

/** The name under which rss-parser is shown an element. */
export function shelteredName(name: string): string {
  return SHELTER + name;
}

/** One element: its text alone, or text (`_`), attributes (`$`) and child elements by sheltered name. */
export type XmlValue = string | XmlElement;

/** An element with attributes or children, in the shape of xml2js. */
export interface XmlElement {
  readonly [name: string]: unknown;
  readonly $?: Readonly<Record<string, string>>;
  readonly _?: string;
}

/** The elements of a channel or of an item, by name. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** A whole feed before interpretation. */
export interface RawFeed {
  readonly feed: RawRecord;
  readonly items: readonly RawRecord[];
}

const NO_VALUES: readonly XmlValue[] = [];

/** All elements of that name, in document order; an empty list if there is none. */
export function valuesOf(record: RawRecord, name: string): readonly XmlValue[] {
  return asValues(record[name]);
}

/** An attribute of the item's or channel's own element, trimmed; null when absent or blank. */
export function ownAttribute(record: RawRecord, name: string): string | null {
  return attributeOf({ $: record.$ as Readonly<Record<string, string>> }, name);
}

/** The text directly inside an element, `''` when there is none. */
export function textOf(value: XmlValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value;
  return typeof value._ === 'string' ? value._ : '';
}

/** An attribute by its lower-case name, trimmed; null when absent or blank. */
export function attributeOf(value: XmlValue | undefined, name: string): string | null {
  if (typeof value !== 'object') return null;
  const attribute = value.$?.[name];
  if (typeof attribute !== 'string') return null;
  const trimmed = attribute.trim();
  return trimmed === '' ? null : trimmed;
}

/** The child elements of that name. */
export function childrenOf(value: XmlValue | undefined, name: string): readonly XmlValue[] {
  return typeof value === 'object' ? asValues(value[shelteredName(name)]) : NO_VALUES;
}

/** rss-parser's output is untyped: with `keepArray` a custom field is xml2js's own list. */
function asValues(values: unknown): readonly XmlValue[] {
  return Array.isArray(values) ? (values as readonly XmlValue[]) : NO_VALUES;
}

/** Whether an element holds other elements, so that its text alone is not all of it. */
export function hasChildren(value: XmlValue): boolean {
  if (typeof value === 'string') return false;
  for (const key in value) if (key !== '_' && key !== '$') return true;
  return false;
}

/** The first text of that name that is not blank, trimmed; null when there is none. */
export function firstText(record: RawRecord, names: readonly string[]): string | null {
  for (const name of names) {
    for (const value of valuesOf(record, name)) {
      const text = textOf(value).trim();
      if (text !== '') return text;
    }
  }
  return null;
}
