/** What a story is, at the moment an article has joined it. */
export interface StoryState {
  readonly id: string;
  /** True when the article is the first of it. */
  readonly isNew: boolean;
  /** The article that stands for it in listings. */
  readonly leadArticleId: string;
  /** Articles in it, this one included. */
  readonly articles: number;
  /** Publisher families that speak for themselves: the reprints of a wire's text are one voice. */
  readonly voices: readonly string[];
  /** ISO 8601, by when the articles occurred. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** The article that this one reprints, null when it is a text of its own. */
  readonly reprintOf: string | null;
}
