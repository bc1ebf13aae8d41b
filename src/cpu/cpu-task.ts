import type { FeedInput } from '../article/feed-article.js';
import type { ErrorCode, ErrorContext } from '../errors.js';
import type { ExtractedArticle } from '../model/article.js';
import type { ParsedFeed } from '../model/feed.js';
import type { Tags } from '../model/mention.js';
import type { SiteRule } from '../model/site-rules.js';
import type { Fingerprint } from '../model/story.js';
import type { SharedActors } from './shared-actors.js';

/** The work that runs in threads, by name: what goes in, what comes out. All of it can be cloned. */
export interface CpuTasks {
  'parse-feed': {
    input: { readonly body: Uint8Array; readonly contentType: string | null; readonly url: string };
    output: ParsedFeed;
  };
  'extract-article': {
    input: {
      readonly body: Uint8Array;
      readonly contentType: string | null;
      readonly url: string;
      /** What the user says of the page's site. */
      readonly rule: SiteRule | null;
    };
    output: ExtractedArticle;
  };
  'article-from-feed': {
    input: FeedInput;
    output: ExtractedArticle;
  };
  'tag-article': {
    input: {
      readonly text: string;
      readonly url: string;
      readonly byline: string | null;
      readonly title?: string;
      readonly publishedAt?: string;
      readonly actors?: SharedActors;
    };
    output: { readonly tags: Tags; readonly fingerprint: Fingerprint };
  };
}

export type CpuTaskName = keyof CpuTasks;

/** One task on its way into a thread. */
export type CpuTask = {
  [Name in CpuTaskName]: { readonly name: Name; readonly input: CpuTasks[Name]['input'] };
}[CpuTaskName];

/** The way back. Classes don't survive the border of a thread, so our errors travel as plain facts. */
export type CpuAnswer =
  | { readonly ok: true; readonly output: CpuTasks[CpuTaskName]['output'] }
  | {
      readonly ok: false;
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly context: ErrorContext };
    };
