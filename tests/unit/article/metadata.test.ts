import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const url = 'https://www.news.example/world/story-1';
const read = (head: string, body = '') =>
  extractArticle({ url, html: `<html><head>${head}</head><body>${body}</body></html>` });
const json = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;

describe('title', () => {
  it('is the heading that another carrier confirms', () => {
    const { title } = read(
      '<title>Ferry sinks off Visby - Harbour Times</title><meta property="og:site_name" content="Harbour Times">',
      '<h1>Harbour Times</h1><h1>Ferry sinks off Visby</h1>',
    );
    expect(title).toBe('Ferry sinks off Visby');
  });

  it('is not a slogan in the heading', () => {
    expect(
      read('<meta property="og:title" content="Ferry sinks off Visby">', '<h1>News that matters</h1>').title,
    ).toBe('Ferry sinks off Visby');
  });

  it('is the wording of the majority', () => {
    const head = `<meta property="og:title" content="Ferry sinks, two rescued">${json({ '@type': 'NewsArticle', headline: 'Ferry sinks, two rescued' })}`;
    expect(read(head, '<h1>Live: Ferry sinks, two rescued by trawler</h1>').title).toBe(
      'Ferry sinks, two rescued',
    );
  });

  it('is the only heading, long as a headline, whatever the head says', () => {
    const head = '<meta property="og:title" content="Ships">';
    expect(read(head, '<h1>Why ferries sink in spring</h1>').title).toBe('Why ferries sink in spring');
    expect(read(head, '<h1>Why ferries sink in spring</h1><h1>News that matters to you</h1>').title).toBe(
      'Ships',
    );
  });

  it('is not the name of the site in a heading that links home', () => {
    const title = '<title>Ferry sinks off Visby | The Coast - Ships 08</title>';
    expect(read(title, '<h1><a href="/">The Coast – Ships 08</a></h1>').title).toBe('Ferry sinks off Visby');
  });

  it('goes without the section and the site behind the headline', () => {
    const head = `<meta property="og:title" content="Ferry sinks off Visby-Coast|Unknown">${json({ '@type': 'NewsArticle', headline: 'Ferry sinks off Visby' })}`;
    expect(read(head).title).toBe('Ferry sinks off Visby');
  });

  it('is spelled with the spaces that a label in the heading swallows', () => {
    const head = '<meta property="og:title" content="Visby / Ferry sinks at night">';
    expect(read(head, '<h1><span>Visby</span>Ferry sinks at night</h1>').title).toBe(
      'Visby / Ferry sinks at night',
    );
  });

  describe('of a news article with two headlines', () => {
    const page = (h1: string, openGraph: string, headline: string, title: string, type = 'NewsArticle') =>
      read(
        `<title>${title}</title><meta property="og:title" content="${openGraph}">${json({ '@type': type, headline })}`,
        `<h1>${h1}</h1>`,
      ).title;
    const [common, second] = ['Ferry sinks off Visby, two rescued', 'Two saved from the sea'];

    it('is the one written for those who pass it on', () => {
      expect(page(common, second, common, common)).toBe(second);
      expect(page(common, second, common, common, 'Article')).toBe(common);
    });

    it('is not the common one with a section added', () => {
      expect(page(common, `Coast: ${common}`, common, common)).toBe(common);
    });
  });

  it('is null when the page has none', () => {
    expect(read('').title).toBeNull();
  });
});

describe('byline', () => {
  it('goes from JSON-LD to the visible line', () => {
    const authors = json({
      '@type': 'NewsArticle',
      author: [{ '@type': 'Person', name: 'Ana Ruiz' }, 'Li Wei'],
    });
    expect(read(`${authors}<meta name="author" content="Kofi Mensah">`).byline).toBe('Ana Ruiz, Li Wei');
    expect(read('<meta name="author" content="Kofi Mensah">').byline).toBe('Kofi Mensah');
    expect(read('', '<span class="byline">By<a href="/p">Ana Ruiz</a>4 May</span>').byline).toBe('Ana Ruiz');
    expect(read('', '<p>By Ana Ruiz, Harbour Correspondent</p>').byline).toBe('Ana Ruiz');
  });

  it('follows a reference within JSON-LD', () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', author: { '@id': '#a' } },
        { '@type': 'Person', '@id': '#a', name: 'Ana Ruiz' },
      ],
    };
    expect(read(json(graph), '<p>Ana Ruiz</p>').byline).toBe('Ana Ruiz');
  });

  it('joins given and family names', () => {
    const author = [{ '@type': 'Person', givenName: 'Ana', familyName: 'Ruiz' }];
    expect(read(json({ '@type': 'NewsArticle', author })).byline).toBe('Ana Ruiz');
  });

  it('does not take a name from an object without a name or an address', () => {
    const graph = [
      { '@type': 'Article', author: {} },
      { '@type': 'Thing', name: 'Ana Ruiz' },
    ];
    expect(read(json(graph)).byline).toBeNull();
  });

  it('is not the account that published the page, unless the page shows it', () => {
    const account = json({ '@type': 'Article', author: { '@type': 'Person', name: 'Ana Ruiz' } });
    expect(read(account).byline).toBeNull();
    expect(read(account, '<p>Mariana Ruizova</p>').byline).toBeNull();
    expect(read(account, '<p>Text: Ana Ruiz, Visby</p>').byline).toBe('Ana Ruiz');
    expect(read(account, '<a rel="author">Li Wei</a>').byline).toBe('Li Wei');
  });

  it('is the house that a news article is signed by, when nobody else is named', () => {
    const signed = (type: string) =>
      `<meta property="og:site_name" content="Harbour Times">${json({ '@type': type, author: { '@type': 'Organization', name: 'Harbour Times' } })}`;
    expect(read(signed('NewsArticle')).byline).toBe('Harbour Times');
    expect(read(signed('NewsArticle'), '<a rel="author">Ana Ruiz</a>').byline).toBe('Ana Ruiz');
    expect(read(signed('Article')).byline).toBeNull();
  });

  it('keeps the agency beside people', () => {
    const author = [
      { '@type': 'Person', name: 'Ana Ruiz und Jörg Müller, dpa' },
      { '@type': 'Organization', name: 'Photo Ltd' },
    ];
    expect(read(json({ '@type': 'NewsArticle', author })).byline).toBe('Ana Ruiz, Jörg Müller, dpa');
  });

  it('is a desk that the page shows', () => {
    expect(read('<meta name="author" content="Coast Staff">', '<p>by Coast Staff</p>').byline).toBe(
      'Coast Staff',
    );
    expect(read('<meta name="author" content="Coast Staff">').byline).toBeNull();
  });

  it('is read from the address of a profile when the page shows the name', () => {
    const head = '<meta property="article:author" content="https://news.example/authors/ana-ruiz">';
    expect(read(head, '<p>Ana Ruiz</p>').byline).toBe('Ana Ruiz');
  });

  it('is the writer for whom a blog is named', () => {
    const head = '<meta property="og:site_name" content="Ana Ruiz"><meta name="author" content="Ana Ruiz">';
    expect(read(head, '<p>Ana Ruiz</p>').byline).toBe('Ana Ruiz');
  });

  it('is not invented from the site, a profile address or a comment', () => {
    expect(
      read(
        '<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Harbour Times">',
      ).byline,
    ).toBeNull();
    expect(
      read('<meta property="article:author" content="https://social.example/harbour">').byline,
    ).toBeNull();
    expect(
      read(
        '',
        '<div class="comments"><span class="author">Troll Nine</span></div><p>By the way, it rained.</p>',
      ).byline,
    ).toBeNull();
  });
});

describe('dates', () => {
  it('trusts JSON-LD, then meta, then the page, then the URL', () => {
    const meta = '<meta property="article:published_time" content="2024-02-02T00:00:00Z">';
    const time = '<time datetime="2024-03-03">3 March</time>';
    expect(read(json({ '@type': 'Article', datePublished: '2024-01-01' }) + meta, time).publishedAt).toBe(
      '2024-01-01T00:00:00.000Z',
    );
    expect(read(meta, time).publishedAt).toBe('2024-02-02T00:00:00.000Z');
    expect(read('', time).publishedAt).toBe('2024-03-03T00:00:00.000Z');
    const dated = { url: 'https://news.example/2024/04/05/story', html: '<p>x</p>' };
    expect(extractArticle(dated).publishedAt).toBe('2024-04-05T00:00:00.000Z');
  });

  it('does not take the date of another story or of a comment', () => {
    expect(
      read(
        '',
        '<aside><time datetime="2020-01-01">x</time></aside><div class="comment"><time datetime="2021-01-01">x</time></div>',
      ).publishedAt,
    ).toBeNull();
  });

  it('reads days in the order of the page’s language', () => {
    const at = (lang: string) =>
      extractArticle({ url, html: `<html lang="${lang}"><p class="date">04/05/2024</p>` }).publishedAt;
    expect(at('en-US')).toBe('2024-04-05T00:00:00.000Z');
    expect(at('en-GB')).toBe('2024-05-04T00:00:00.000Z');
    expect(at('fr')).toBe('2024-05-04T00:00:00.000Z');
  });
});

describe('the rest', () => {
  it('resolves the canonical address and ignores one that names the home page', () => {
    expect(read('<link rel="canonical" href="/world/story-1?utm_source=x">').canonicalUrl).toBe(url);
    expect(read('<link rel="canonical" href="https://www.news.example/">').canonicalUrl).toBe(url);
    expect(read('<link rel="canonical" href="javascript:1">').canonicalUrl).toBe(url);
  });

  it('reads language, site and summary', () => {
    const html =
      '<html lang="pt-BR"><meta property="og:description" content="Em  resumo."><meta property="og:site_name" content="O Porto">';
    expect(extractArticle({ url, html })).toMatchObject({
      lang: 'pt',
      summary: 'Em resumo.',
      site: 'O Porto',
    });
    expect(read('')).toMatchObject({ lang: null, summary: null, site: 'news.example' });
  });

  it('believes the script of the text more than the declaration', () => {
    const text =
      '横須賀市は五日、市役所の端末が外部から不正に接続され、住民票の発行を停止したと発表した。個人情報の流出は確認されていないという。';
    expect(extractArticle({ url, html: `<html lang="en"><article><p>${text}</p></article>` }).lang).toBe(
      'ja',
    );
  });
});
