import { OUTLETS } from './outlets/outlets.js';
import { createRepresentation, type Answer } from './representation.js';
import type { WithdrawnTruth } from './truth.js';

/** A link that a feed offers although no story can be had there. */
export interface WithdrawnItem {
  /** The outlet whose feed offers it. */
  readonly outlet: string;
  readonly url: string;
  /** Path and query on the outlet's host; null where the link leads elsewhere. */
  readonly path: string | null;
  readonly title: string;
  readonly code: WithdrawnTruth['code'];
  readonly answer: Answer;
}

/** A document of one empty page: ISO 32000 readers repair the missing cross-reference table. */
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** One transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const PRIVATE_PAGE = Buffer.from(
  '<!doctype html><title>Drafts</title><p>Nobody should have asked for this page.</p>',
);

/** Pages that are served with 200 and hold no article. */
const CONSENT_PAGE = `<!doctype html><title>Before you continue</title><h1>Before you continue</h1>
<p>We and our partners use cookies and process personal data, with your consent or on the ground of a legitimate interest, to show advertisements that fit your interests and to measure how they perform. You may change your mind at any time.</p>
<button>Accept all</button><button>Reject all</button>`;
const MISSING_PAGE = `<!doctype html><title>Page not found</title><nav><a href="/">Front page</a></nav><h1>Page not found</h1>
<p>The page that you asked for is not here. It may have been moved when the site was rebuilt, or the address was mistyped. Try the front page, or write to the desk.</p>`;
const FILM_PAGE = `<!doctype html><title>The week in a minute</title><meta property="og:type" content="video.other"><h1>The week in a minute</h1>
<video src="/films/week.mp4"></video><p>What happened this week in sixty seconds, put together by our film desk, with music of the house band and pictures of the weather.</p>`;

/** A private address of RFC 1918, which no publisher can have. */
const PRIVATE_URL = 'http://10.0.0.1/internal/briefing';

/** One link of each kind, each in the feed of another outlet. */
export function listWithdrawn(port: number, now: Date): readonly WithdrawnItem[] {
  const content = (bytes: Buffer, contentType: string): Answer => {
    return { kind: 'content', representation: createRepresentation(bytes, contentType, now) };
  };
  const kinds: readonly Omit<WithdrawnItem, 'outlet' | 'url'>[] = [
    {
      path: '/retracted/report',
      title: 'Retracted report',
      code: 'http_410',
      answer: { kind: 'status', status: 410 },
    },
    {
      path: '/moved/away',
      title: 'A page nobody can find',
      code: 'http_404',
      answer: { kind: 'status', status: 404 },
    },
    {
      path: '/files/annex.pdf',
      title: 'The annex as a file',
      code: 'not_html',
      answer: content(PDF, 'application/pdf'),
    },
    {
      path: '/media/chart.png',
      title: 'The chart of the week',
      code: 'not_html',
      answer: content(PNG, 'image/png'),
    },
    {
      path: '/login/again',
      title: 'Members only',
      code: 'too_many_redirects',
      answer: { kind: 'redirect', status: 302, location: '/login/again' },
    },
    {
      path: null,
      title: 'Internal briefing',
      code: 'address_forbidden',
      answer: { kind: 'status', status: 404 },
    },
    {
      path: '/private/draft',
      title: 'A draft',
      code: 'robots_disallowed',
      answer: content(PRIVATE_PAGE, 'text/html'),
    },
    {
      path: '/notes/behind-a-wall',
      title: 'Behind a wall',
      code: 'skipped: consent',
      answer: content(Buffer.from(CONSENT_PAGE), 'text/html'),
    },
    {
      path: '/notes/lost-in-a-move',
      title: 'Lost in a move',
      code: 'skipped: error',
      answer: content(Buffer.from(MISSING_PAGE), 'text/html'),
    },
    {
      path: '/films/the-week',
      title: 'The week in a minute',
      code: 'skipped: video',
      answer: content(Buffer.from(FILM_PAGE), 'text/html'),
    },
  ];
  return kinds.map((kind, index) => {
    const outlet = OUTLETS[index % OUTLETS.length]?.name ?? '';
    const url = kind.path === null ? PRIVATE_URL : `http://${outlet}.localhost:${port}${kind.path}`;
    return { ...kind, outlet, url };
  });
}
