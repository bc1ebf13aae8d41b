import { Document, Element, Text, type ChildNode, type ParentNode } from 'domhandler';

/** Asked for by name: collected while reading, so that nobody searches the tree for them. */
const INDEXED_TAGS = ['title', 'meta', 'link', 'script', 'h1', 'html'] as const;
export type IndexedTag = (typeof INDEXED_TAGS)[number];

/** Builds the tree that cheerio queries, of elements and text, and keeps an index of some elements. */
export class TreeBuilder {
  readonly document = new Document([]);
  readonly #index = new Map<string, Element[]>(INDEXED_TAGS.map((name) => [name, []]));
  /** The innermost open element. */
  #around: ParentNode = this.document;
  /** The last node, while text may still be added to it. */
  #text: Text | null = null;

  /** The elements of an indexed name, in document order. */
  elementsNamed(name: IndexedTag): readonly Element[] {
    return this.#index.get(name) ?? [];
  }

  open(name: string, attributes: Record<string, string>): void {
    // Not `[]`: V8 learns that what a literal makes outlives a collection, and makes it old at birth from then on. An
    // old array keeps the nodes in it, and through them the page, until a full collection.
    const element = new Element(name, attributes, Array.of<ChildNode>());
    this.#add(element);
    this.#around = element;
    this.#index.get(name)?.push(element);
  }

  close(): void {
    this.#text = null;
    this.#around = this.#around.parent ?? this.document;
  }

  addText(data: string): void {
    if (this.#text !== null) {
      this.#text.data += data;
      return;
    }
    const text = new Text(data);
    this.#add(text);
    this.#text = text;
  }

  #add(node: Element | Text): void {
    const around = this.#around;
    const before = around.children.at(-1);
    node.parent = around;
    if (before === undefined) {
      // Most elements hold one node; an array that grows would make room for 17.
      around.children = Array.of<ChildNode>(node);
    } else {
      before.next = node;
      node.prev = before;
      around.children.push(node);
    }
    this.#text = null;
  }
}
