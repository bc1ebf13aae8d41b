import { HTML, RSS, rss, send, servePage, wholeText, type Story } from './publish.js';
import type { Answer, Publishers } from './start-publishers.js';

const HOUR_S = 3_600;
const PLAIN = { 'content-type': 'text/plain' } as const;
const PAYWALL = `<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>`;

const story = (path: string): Story => ({ path, title: `Notice ${path.replaceAll('/', ' ').trim()}` });
const stories = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => story(`/${prefix}/${index}`));

/** What the torrent publishes later. */
export const later: readonly Story[] = stories('later', 8);

/** The world while it is being set up. */
interface Scene {
  readonly world: Publishers;
  readonly feeds: string[];
  /** A feed at `/feed` of a host of its own, with pages for its stories. */
  feed(
    name: string,
    options?: { readonly headers?: Record<string, string>; readonly channel?: string },
  ): void;
  /** A host whose `/feed` answers so. */
  answer(name: string, answer: Answer): void;
}

function createScene(world: Publishers): Scene {
  const feeds: string[] = [];
  const answer: Scene['answer'] = (name, given) => {
    world.serve(name, '/feed', given);
    feeds.push(`${world.url(name)}/feed`);
  };
  return {
    world,
    feeds,
    answer,
    feed(name, { headers = {}, channel = '' } = {}) {
      const listed = stories(name, 2);
      for (const one of listed) servePage(world, name, one);
      answer(name, send(200, { ...RSS, ...headers }, rss(world.url(name), listed, { channel })));
    },
  };
}

/**
 * Sets up publishers, each with one wish or one fault.
 *
 * @returns the addresses of their feeds
 */
export function arrangePublishers(world: Publishers): readonly string[] {
  const scene = createScene(world);
  arrangePace(scene);
  arrangeRefusals(scene);
  arrangeMoves(scene);
  arrangePages(scene);
  scene.answer('torrent', send(200, RSS, rss(world.url('torrent'), stories('torrent', 8))));
  for (const one of [...stories('torrent', 8), ...later]) servePage(world, 'torrent', one);
  scene.answer('fickle', (request, response) => {
    if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end();
    else response.writeHead(200, { ...RSS, etag: '"one"' }).end(rss(world.url('fickle'), []));
  });
  arrangeOddities(scene);
  return scene.feeds;
}

function arrangePace(scene: Scene): void {
  scene.feed('fresh', { headers: { 'cache-control': 'public, max-age=7200' } });
  scene.feed('expiring', { headers: { expires: new Date(Date.now() + 1.5 * HOUR_S * 1_000).toUTCString() } });
  scene.feed('unhurried', { channel: '<ttl>180</ttl>' });
  const module = 'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"';
  scene.feed('syndicated', {
    channel: `<sy:updatePeriod ${module}>daily</sy:updatePeriod><sy:updateFrequency ${module}>4</sy:updateFrequency>`,
  });
  const open = (new Date().getUTCHours() + 5) % 24;
  const closed = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour !== open);
  scene.feed('night-shift', {
    channel: `<skipHours>${closed.map((hour) => `<hour>${hour}</hour>`).join('')}</skipHours>`,
  });
  scene.answer('busy-host', send(429, { 'retry-after': '900' }));
  scene.answer('maintenance', (_, response) => {
    response.writeHead(503, { 'retry-after': new Date(Date.now() + 1_200_000).toUTCString() }).end();
  });
}

function arrangeRefusals(scene: Scene): void {
  const { world } = scene;
  scene.answer('members', send(401, { 'www-authenticate': 'Basic' }));
  scene.answer('doorman', send(403, HTML, '<title>No</title>'));
  scene.answer('lost', send(404, {}));
  scene.answer('gone', send(410, {}));
  scene.answer('broken', send(500, { etag: '"of an error"' }));
  scene.answer('website', send(200, HTML, '<!doctype html><title>Home</title><p>Welcome to our site.</p>'));
  scene.answer(
    'checked',
    send(403, { ...HTML, 'cf-mitigated': 'challenge' }, '<title>Just a moment...</title>'),
  );
  scene.feeds.push(`${world.url('plain-text').replace('http:', 'https:')}/feed`);
}

function arrangeMoves(scene: Scene): void {
  const { world } = scene;
  const redirect = (name: string, from: string, status: number, to: string) => {
    world.serve(name, from, send(status, { location: to }));
  };
  const arrive = (name: string, path: string) => {
    world.serve(name, path, send(200, RSS, rss(world.url(name), [])));
  };
  for (const name of ['mover', 'half-mover', 'lodger', 'parent']) scene.feeds.push(`${world.url(name)}/feed`);
  redirect('mover', '/feed', 301, '/new');
  arrive('mover', '/new');
  redirect('half-mover', '/feed', 308, '/first');
  redirect('half-mover', '/first', 302, '/second');
  arrive('half-mover', '/second');
  redirect('lodger', '/feed', 302, '/guest');
  arrive('lodger', '/guest');
  redirect('parent', '/feed', 301, `${world.url('heir')}/feed`);
  scene.feed('heir');
}

function arrangePages(scene: Scene): void {
  const { world } = scene;
  const withPage = (name: string, page: Answer | null, item: (one: Story) => string = wholeText) => {
    const one = story(`/${name}/0`);
    if (page !== null) world.serve(name, one.path, page);
    scene.answer(name, send(200, RSS, rss(world.url(name), [one], { item })));
  };
  withPage('private', null);
  servePage(world, 'private', story('/private/0'));
  world.serve('private', '/robots.txt', send(200, PLAIN, 'User-agent: Wirewatch\nDisallow: /private/\n'));
  withPage('page-403', send(403, HTML, '<title>No</title>'));
  withPage('page-404', null);
  withPage('page-pdf', send(200, { 'content-type': 'application/pdf' }, '%PDF-1.7'));
  const part = `<html><head><title>Notice</title>${PAYWALL}</head><body><article><p>Only the beginning of it.</p></article></body></html>`;
  withPage('page-paid', send(200, HTML, part));
  withPage('teaser', null, () => '<description>Read the whole story at our site.</description>');
}

function arrangeOddities(scene: Scene): void {
  const { world } = scene;
  const base = world.url('oddities');
  for (const title of ['one', 'two', 'tomorrow', 'sometime'])
    servePage(world, 'oddities', { path: `/${title}`, title });
  const item = (title: string, inner: string) => `<item><title>${title}</title>${inner}</item>`;
  const linked = (title: string, inner = '') => item(title, `<link>${base}/${title}</link>${inner}`);
  const sameDate = '<pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate>';
  scene.answer(
    'oddities',
    send(
      200,
      RSS,
      `<rss version="2.0"><channel><title>Oddities</title>${[
        linked('one'),
        linked('one'),
        linked('two', sameDate),
        linked('tomorrow', '<pubDate>Thu, 01 Jan 2099 00:00:00 GMT</pubDate>'),
        linked('sometime', '<pubDate>sometime</pubDate>'),
        item('again', `<guid isPermaLink="false">x</guid><link>${base}/two?utm_source=rss</link>${sameDate}`),
        item('no link', ''),
      ].join('')}</channel></rss>`,
    ),
  );
}
