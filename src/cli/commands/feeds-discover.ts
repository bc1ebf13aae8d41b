import { Option, type Command } from 'commander';
import { PermanentError } from '../../errors.js';
import type { FeedSearch, FindFeedsDeps, FoundFeed } from '../../probe/find-feeds.js';
import { say } from '../say.js';
import { renderTable, sanitise, type TableColumn } from '../table.js';

interface DiscoverOptions {
  readonly guess?: boolean;
  readonly json?: boolean;
  readonly add?: 'best' | 'all';
}

/** `wirewatch feeds discover`: the feeds of a site. */
export function registerDiscover(feeds: Command): void {
  feeds
    .command('discover')
    .description('find the feeds of a web site')
    .argument('<url>', 'address of the site, of one of its pages, or of a feed')
    .option('--guess', 'try the usual addresses even when the page names feeds itself')
    .addOption(
      new Option('--add [which]', 'watch the best one, or all that can be read')
        .choices(['best', 'all'])
        .preset('best'),
    )
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Feeds that the page names are read; when there are none, usual addresses are tried one by one.

Examples:
  $ wirewatch feeds discover https://example.org
  $ wirewatch feeds discover https://example.org/blog --guess --add all`,
    )
    .action(async (url: string, options: DiscoverOptions) => {
      const search = await discover(url, options);
      if (options.json === true) console.log(JSON.stringify(search, null, 2));
      else if (search.feeds.length > 0) console.log(renderSearch(search));
      const readable = search.feeds.filter(({ problem }) => problem === null);
      if (readable.length === 0) throw nothingFound(url, search);
      if (options.add !== undefined) await watch(options.add === 'all' ? readable : readable.slice(0, 1));
    });
}

async function discover(url: string, options: DiscoverOptions): Promise<FeedSearch> {
  const { parseConfig } = await import('../../config.js');
  const { findFeeds } = await import('../../probe/find-feeds.js');
  const { openFetcher } = await import('../../probe/open-fetcher.js');
  const config = parseConfig(process.env);
  const fetcher = openFetcher(config);
  try {
    const announce = (message: string): void => {
      if (options.json !== true) say(sanitise(message));
    };
    const deps: FindFeedsDeps = {
      fetch: (request) => fetcher.fetch(request),
      limits: config.fetch,
      announce,
    };
    return await findFeeds(deps, url, options.guess === true ? 'always' : 'when-nothing-else');
  } finally {
    await fetcher.close();
  }
}

async function watch(found: readonly FoundFeed[]): Promise<void> {
  const { withApp } = await import('../with-app.js');
  const { added } = await withApp((app) => app.store.upsertFeeds(found.map(({ url }) => ({ url }))));
  say(`${added} added, ${found.length - added} known already`);
}

function nothingFound(url: string, { pageProblem, guessesTried }: FeedSearch): PermanentError {
  const page = pageProblem === null ? 'The page names no feed that can be read' : sanitise(pageProblem);
  const message = `${page}; ${guessesTried} usual addresses were tried as well. Look for "RSS" on the site and give that address.`;
  return new PermanentError('not_found', message, { context: { url } });
}

function renderSearch({ feeds }: FeedSearch): string {
  const problem: TableColumn<FoundFeed> = {
    title: 'problem',
    maxWidth: 80,
    cell: (feed) => feed.problem ?? '',
  };
  const hasProblems = feeds.some((feed) => feed.problem !== null);
  return renderTable(
    [
      { title: 'feed', maxWidth: 90, cell: (feed) => feed.url },
      { title: 'title', maxWidth: 40, cell: (feed) => feed.title ?? '' },
      { title: 'format', cell: (feed) => feed.format ?? '' },
      { title: 'items', align: 'right', cell: (feed) => feed.items?.toString() ?? '' },
      { title: 'newest', cell: (feed) => feed.newestAt?.slice(0, 10) ?? '' },
      { title: 'how found', cell: (feed) => `${feed.kind}: ${feed.found}` },
      ...(hasProblems ? [problem] : []),
    ],
    feeds,
  );
}
