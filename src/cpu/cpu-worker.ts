import { decodeHtml } from '../article/decode-html.js';
import { extractArticle } from '../article/extract-article.js';
import { articleFromFeed } from '../article/feed-article.js';
import { looksLikeHtml } from '../article/is-html.js';
import { PermanentError } from '../errors.js';
import { parseFeed } from '../feeds/parse-feed.js';
import type { ExtractedArticle } from '../model/article.js';
import { fingerprintArticle } from '../stories/fingerprint-article.js';
import { createTagger, type Tagger } from '../tagging/tag-text.js';
import type { CpuAnswer, CpuTask, CpuTasks } from './cpu-task.js';
import { readSharedActors, type SharedActors } from './shared-actors.js';

/** Built at the first tagging, and again after an import: a thread that only parses feeds needs no gazetteer. */
let tagger: Tagger | undefined;
let taggerImports = 0;

/**
 * What a thread runs. Permanent errors come back as answers; anything else is a bug and is thrown, which
 * rejects the task in the caller.
 */
export default async function runCpuTask(task: CpuTask): Promise<CpuAnswer> {
  try {
    return { ok: true, output: await run(task) };
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message, context: error.context } };
  }
}

async function run(task: CpuTask): Promise<CpuTasks[CpuTask['name']]['output']> {
  switch (task.name) {
    case 'parse-feed':
      return parseFeed(task.input);
    case 'extract-article':
      return extract(task.input);
    case 'article-from-feed':
      return articleFromFeed(task.input);
    case 'tag-article':
      return tagArticle(task.input);
  }
}

function tagArticle(article: CpuTasks['tag-article']['input']): CpuTasks['tag-article']['output'] {
  const tags = taggerWith(article.actors).tag(article);
  return { tags, fingerprint: fingerprintArticle({ ...article, tags }) };
}

function taggerWith(actors: SharedActors | undefined): Tagger {
  const version = actors?.version ?? 0;
  if (tagger === undefined || taggerImports !== version) {
    tagger = createTagger(actors === undefined ? {} : { imported: readSharedActors(actors) });
    taggerImports = version;
  }
  return tagger;
}

function extract(page: CpuTasks['extract-article']['input']): ExtractedArticle {
  if (!looksLikeHtml(page.body, page.contentType)) {
    throw new PermanentError(
      'not_html',
      `${page.url} is no web page but ${page.contentType ?? 'data of an unknown type'}`,
      { context: { url: page.url, contentType: page.contentType } },
    );
  }
  const { html } = decodeHtml(page.body, page.contentType);
  return extractArticle({ url: page.url, html }, page.rule);
}
