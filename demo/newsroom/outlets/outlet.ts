import type { NewsroomFeedFormat } from '../feeds/render-feed.js';
import type { HouseStyle } from '../stories/compose-story.js';
import type { PageRenderer } from './page-content.js';

/** A publisher of the newsroom: a host of its own with a feed and one kind of page. */
export interface Outlet {
  /** The first label of its host, `<name>.localhost`. */
  readonly name: string;
  readonly title: string;
  readonly style: HouseStyle;
  /** The `Content-Type` of its pages; without a charset the page itself tells. */
  readonly pageContentType: string;
  readonly feedFormat: NewsroomFeedFormat;
  readonly feedPath: string;
  /** The path of a story. The id must be its last number, for `findStoryId` reads it back. */
  readonly storyPath: (slug: string, id: number) => string;
  readonly renderPage: PageRenderer;
}

/** The id in a story's path, the last number in it; null where there is none. */
export function findStoryId(path: string): number | null {
  const id = /(\d+)\D*$/.exec(path)?.[1];
  return id === undefined ? null : Number(id);
}
