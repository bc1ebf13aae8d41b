import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const url = 'https://www.news.example/world/story-1';
const page = (head: string, body: string, at = url) =>
  extractArticle({ url: at, html: `<html lang="en"><head>${head}</head><body>${body}</body></html>` });
const published = (head: string, body: string, at = url) => page(head, body, at).publishedAt;
const json = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const metaOf = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const day = (date: string) => `${date}T00:00:00.000Z`;

const HEADLINE = '<h1>Ferry sinks off Visby</h1>';
const PROSE = `<p>${'The ferry took in water for an hour before it sank, the coast guard said. '.repeat(12)}</p>`;

describe('the date of publishing', () => {
  it('is what stands at the headline, marked up before named before plain', () => {
    const named = '<span class="date">4 May 2024</span>';
    const time = '<time datetime="2024-05-03">3 May</time>';
    const marked = '<span itemprop="datePublished" content="2024-05-02">2 May</span>';
    expect(published('', `${HEADLINE}<p>5 May 2024</p>`)).toBe(day('2024-05-05'));
    expect(published('', `${HEADLINE}<p>5 May 2024</p>${named}`)).toBe(day('2024-05-04'));
    expect(published('', `${HEADLINE}<p>5 May 2024</p>${named}${time}`)).toBe(day('2024-05-03'));
    expect(published('', `${HEADLINE}<p>5 May 2024</p>${named}${time}${marked}`)).toBe(day('2024-05-02'));
  });

  it('stands above the headline as well, but not where headers show today', () => {
    expect(published('', `<h2 class="date-header">4 May 2024</h2>${HEADLINE}`)).toBe(day('2024-05-04'));
    const header = `<div class="topbar date">9 May 2026</div><ul>${'<li>World news and more</li>'.repeat(9)}</ul>`;
    expect(published('', `${header}${HEADLINE}${PROSE}`)).toBeNull();
  });

  it('is put together from its parts', () => {
    expect(published('', `${HEADLINE}<div class="when"><b>12</b> <i>May</i> <i>2024</i></div>`)).toBe(
      day('2024-05-12'),
    );
    expect(published('', `${HEADLINE}<div>Ana Ruiz<br>12 May 2024, 9:30<br>${PROSE}</div>`)).toBe(
      '2024-05-12T09:30:00.000Z',
    );
  });

  it('is shown as such before general meta tags, which may be of the last change', () => {
    expect(published('<meta name="date" content="2024-05-09">', `${HEADLINE}<p>5 May 2024</p>`)).toBe(
      day('2024-05-05'),
    );
    expect(published('<meta name="date" content="2024-05-09">', HEADLINE)).toBe(day('2024-05-09'));
  });

  it('is the one of two declared dates that readers are shown', () => {
    const head = `${json({ '@type': 'Article', datePublished: '2021-12-06' })}${metaOf('article:published_time', '2022-12-15T09:00:00Z')}`;
    expect(published(head, HEADLINE)).toBe(day('2021-12-06'));
    expect(published(head, `${HEADLINE}<p class="date">15 December 2022</p>`)).toBe(
      '2022-12-15T09:00:00.000Z',
    );
  });

  it('is read from a JSON-LD block that no parser takes', () => {
    const broken =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-05-04"}}</script>';
    expect(published(broken, HEADLINE)).toBe(day('2024-05-04'));
  });

  it.each([
    [
      'a story in a rail',
      '<div class="related"><a href="/b">Two rescued</a> <time datetime="2020-01-01">x</time></div>',
    ],
    ['a comment', '<div id="comments"><span class="comment-date">1 January 2020</span></div>'],
    ['rights', '<p>© 1 January 2020 News</p>'],
    ['an event', '<p>Deadline: 1 January 2020</p>'],
    ['a visit', '<p>Member since 1 January 2020</p>'],
    ['two stories after the text', '<p class="date">1 January 2020</p><p class="date">2 January 2020</p>'],
    [
      'prose',
      '<p>On 1 January 2020 a law came into force that made ferries of this age and kind carry four boats.</p>',
    ],
  ])('is not that of %s', (_, part) => {
    expect(published('', `${HEADLINE}${PROSE}${part}`)).toBeNull();
  });

  it('is a labelled date after the text, or the only time element', () => {
    expect(published('', `${HEADLINE}${PROSE}<p>Published: 1 January 2020</p>`)).toBe(day('2020-01-01'));
    expect(published('', `${HEADLINE}${PROSE}<time>1 January 2020</time>`)).toBe(day('2020-01-01'));
  });

  it('is told from the time of change by label, in many languages', () => {
    const { publishedAt, modifiedAt } = page(
      '',
      `${HEADLINE}<p>Updated <time>5 May 2024</time></p><p>First published <time>3 May 2024</time></p>`,
    );
    expect([publishedAt, modifiedAt]).toEqual([day('2024-05-03'), day('2024-05-05')]);
    for (const label of ['Aktualisiert', 'Mis à jour le', 'Обновлено', 'Last modified:', 'Päivitetty']) {
      expect(page('', `${HEADLINE}<p>${label} 5.5.2024</p><p>3.5.2024</p>`).publishedAt, label).toBe(
        day('2024-05-03'),
      );
    }
  });

  it('is the time of change when nothing else is known', () => {
    expect(published('', `${HEADLINE}<p>Updated 5 May 2024</p>`)).toBe(day('2024-05-05'));
  });

  it('is the first that stands by itself on a page without headline', () => {
    expect(published('', `<div>Harbour news</div><div>5 May 2024</div>${PROSE}`)).toBe(day('2024-05-05'));
  });

  it('is not lost in a layout that is named for its columns', () => {
    const body = `<div class="layout-right-sidebar"><ul><li><time>5 May 2024</time></li></ul>${PROSE}</div>`;
    expect(published('', body)).toBe(day('2024-05-05'));
  });
});

describe('day and month', () => {
  it('are told apart by another date of the page', () => {
    const meta = metaOf('article:published_time', '11/01/2023 12:43');
    expect(published(meta, `${HEADLINE}<p>1 November 2023</p>`)).toBe('2023-11-01T12:43:00.000Z');
    expect(published(meta, `${HEADLINE}<p>11 January 2023</p>`)).toBe('2023-01-11T12:43:00.000Z');
  });

  it('stand in the order of the country', () => {
    const slash = '<p class="date">04/05/2024</p>';
    expect(published('', `${HEADLINE}${slash}`)).toBe(day('2024-04-05'));
    expect(published('', `${HEADLINE}${slash}`, 'https://www.news.co.uk/a')).toBe(day('2024-05-04'));
  });
});

describe('the zone', () => {
  it('is the one the page writes', () => {
    expect(published(metaOf('article:published_time', '2024-05-04T00:30:00+05:30'), HEADLINE)).toBe(
      '2024-05-04T00:30:00.000+05:30',
    );
  });

  it('is the distance from UTC to the clock that readers are shown', () => {
    const meta = metaOf('article:published_time', '2024-05-05T00:44:52Z');
    expect(published(meta, `${HEADLINE}<p>4 May 2024, 21:44</p>`)).toBe('2024-05-04T21:44:52.000-03:00');
    expect(published(meta, `${HEADLINE}<p>4 May 2024, 21:40</p>`)).toBe('2024-05-05T00:44:52.000Z');
  });

  it('reaches the day that readers are shown, or that stands in the address', () => {
    const evening = metaOf('article:published_time', '2024-05-04T23:15:00Z');
    expect(published(evening, `${HEADLINE}<p class="date">5 May 2024</p>`)).toBe(
      '2024-05-05T00:15:00.000+01:00',
    );
    const night = metaOf('article:published_time', '2024-05-05T02:54:00Z');
    expect(published(night, HEADLINE, 'https://news.example/2024/05/04/ferry')).toBe(
      '2024-05-04T23:54:00.000-03:00',
    );
    expect(published(night, `${HEADLINE}<p class="date">2 May 2024</p>`)).toBe('2024-05-05T02:54:00.000Z');
  });

  it('is that of the language when it has one alone', () => {
    const html = `<html lang="ja"><h1>フェリー沈没</h1><p class="date">2024年5月4日 9:30</p>`;
    expect(extractArticle({ url, html }).publishedAt).toBe('2024-05-04T09:30:00.000+09:00');
  });

  it('is found when a program wrote its own clock as UTC', () => {
    const head = `${json({ '@type': 'Article', datePublished: '2024-05-04T07:25:06Z' })}${metaOf('article:published_time', '2024-05-03T21:25:06+00:00')}`;
    expect(published(head, HEADLINE)).toBe('2024-05-04T07:25:06.000+10:00');
  });

  it('of the publishing holds for a change without zone', () => {
    const head = metaOf('article:published_time', '2024-05-04T09:00:00+02:00');
    expect(page(head, `${HEADLINE}<p>Updated 4 May 2024, 11:30</p>`).modifiedAt).toBe(
      '2024-05-04T11:30:00.000+02:00',
    );
  });
});
