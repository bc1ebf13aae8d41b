/** One link of a `Link` header (RFC 8288). */
export interface HeaderLink {
  /** As written: it may be relative to the address of the answer. */
  readonly target: string;
  /** In lower case. */
  readonly relations: readonly string[];
  readonly type: string | null;
  readonly title: string | null;
}
