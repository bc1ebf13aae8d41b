/** What one page may cost. Real news pages stay far below every one of these. */
export const PAGE_LIMITS = {
  /** UTF-16 units of markup; fetching stops at 5 MiB of bytes, a feed or a file may bring more. */
  maxHtmlLength: 20_000_000,
  /**
   * Elements below this depth are flattened into their ancestor, as Blink does with its own cap of 512.
   * It makes recursion over the tree safe.
   */
  maxDepth: 512,
  /** The parser keeps its open tags in an array that it shifts: cost grows with the square beyond this. */
  maxOpenTags: 5_000,
  /** Reading stops here. The largest of 861 real pages had 25,000 nodes, the deepest 43 levels. */
  maxNodes: 150_000,
  /** Larger pages are not read again as browsers do: UTF-16 units of markup, and elements. */
  maxRepairLength: 3_000_000,
  maxRepairNodes: 40_000,
  /** UTF-16 units of article text that are kept, cut at a paragraph border. */
  maxTextLength: 200_000,
  /** UTF-16 units of a title and a summary: longer values are page furniture or an attack. */
  maxTitleLength: 500,
  maxSummaryLength: 2_000,
  /** Tags of an article, and UTF-16 units of a tag or a section: more or longer ones are stuffed for search engines. */
  maxKeywords: 30,
  maxKeywordLength: 100,
  /** UTF-16 units of an address: longer ones carry data, not a place. */
  maxUrlLength: 2_000,
} as const;
