import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const url = 'https://news.example/story';
const read = (html: string) => extractArticle({ url, html });
const paragraphs = (html: string) => read(html).text.split('\n\n');

const FIRST =
  'The ferry between Holm and Vessby was stopped on Monday after a wave broke two of its windows.';
const SECOND =
  'Forty passengers were brought ashore in smaller boats, and nobody was hurt, the coast guard said.';
const THIRD = 'The company hopes to sail again on Friday, once a yard in Vessby has put in new glass.';
const STORY = `<p>${FIRST}</p><p>${SECOND}</p><p>${THIRD}</p>`;

describe('the lead', () => {
  const LEAD = 'A storm in the sound has cut the island of Holm off from its only town since Monday.';

  it('is read from the header above the body', () => {
    const html = `<article><header><h1>Ferry stopped</h1><p>${LEAD}</p></header><div class="c">${STORY}</div></article>`;
    expect(paragraphs(html)).toEqual([LEAD, FIRST, SECOND, THIRD]);
  });

  it('may be named in any of the usual ways and need no full stop', () => {
    const lead = 'Island cut off from its only town, and the yard has no glass before Friday';
    for (const name of ['standfirst', 'chapo', 'article__vorspann', 'entradilla', 'teaser-text']) {
      const html = `<main><h1>Ferry stopped</h1><p class="${name}">${lead}</p><div class="c">${STORY}</div></main>`;
      expect(paragraphs(html)[0]).toBe(lead);
    }
  });

  it('is not read twice when the body repeats it', () => {
    const html = `<main><h1>Ferry stopped</h1><p class="lead">${FIRST}</p><div class="c">${STORY}</div></main>`;
    expect(paragraphs(html)).toEqual([FIRST, SECOND, THIRD]);
  });

  it('is no dateline, no byline, and nothing that stands above the headline', () => {
    const html = `<body><div><p>Holm awaits the largest storm of the year, and so do its neighbours.</p></div>
      <h1>Ferry stopped</h1><p>By the desk in Vessby</p><p>Monday, 2 March, 10:15</p><div class="c">${STORY}</div></body>`;
    expect(paragraphs(html)).toEqual([FIRST, SECOND, THIRD]);
  });
});

describe('the body', () => {
  it('is put together from parts of the same kind in wrappers of their own', () => {
    const part = (text: string) => `<section class="block"><div class="text"><p>${text}</p></div></section>`;
    const html = `<main>${[FIRST, SECOND, THIRD].map(part).join('<figure><img></figure>')}
      <section class="promo"><p><a href="/x">Other news of the coast, told at length and with pictures.</a></p></section></main>`;
    expect(paragraphs(html)).toEqual([FIRST, SECOND, THIRD]);
  });

  it('is more than its longest list', () => {
    const items = [FIRST, SECOND, THIRD].map((text) => `<li>${text}</li>`).join('');
    const html = `<div class="page"><div class="x"><p>The island council answered three questions on Tuesday.</p><ul>${items}</ul></div></div>`;
    expect(paragraphs(html)).toHaveLength(4);
  });

  it('stays where a word for advertisements is on every part of it', () => {
    const html = `<main>${[FIRST, SECOND, THIRD].map((text) => `<section class="Part Part--Ads"><p>${text}</p></section>`).join('')}</main>`;
    expect(paragraphs(html)).toEqual([FIRST, SECOND, THIRD]);
  });

  it('keeps headings whose ids are made from their words', () => {
    const html = `<article>${STORY}<h3 id="tax-credit-and-navigation">Who pays</h3>${STORY.replaceAll('Vessby', 'Orno')}</article>`;
    expect(paragraphs(html)).toContain('Who pays');
  });

  it('is found in scripts that write no full stops', () => {
    const line = 'เรือข้ามฟากหยุดเดินเรือตั้งแต่วันจันทร์ หลังคลื่นซัดกระจกแตกสองบาน ผู้โดยสารสี่สิบคนขึ้นฝั่งด้วยเรือเล็ก';
    const html = `<body><div class="x"><p>${line}</p><p>${line} ไม่มีผู้บาดเจ็บ</p></div><div><p>Terms apply, always, everywhere.</p></div></body>`;
    expect(paragraphs(html)).toEqual([line, `${line} ไม่มีผู้บาดเจ็บ`]);
  });
});

describe('furniture inside the body', () => {
  it.each([
    [
      'a label before a linked headline, in a language of no list',
      '<p>Qha koj: <a href="/x">Lub nkoj tshiab rau Holm</a></p>',
    ],
    [
      'a box of other stories with its heading',
      '<div class="b"><h4>Most read</h4><p>New ferry for Holm ordered in Vessby.</p></div>',
    ],
  ])('%s goes, and the text after it stays', (_, box) => {
    const html = `<article><p>${FIRST}</p><p>${SECOND}</p>${box}<p>${THIRD}</p></article>`;
    expect(paragraphs(html)).toEqual([FIRST, SECOND, THIRD]);
  });

  it('what a company says of itself goes from the end, a heading that only begins alike stays', () => {
    const about = (heading: string) =>
      `<article>${STORY}<h2>About ${heading}</h2><p>Sound Lines is a leading operator of ferries, founded in 1931.</p></article>`;
    expect(read(about('Sound Lines')).text).not.toContain('1931');
    expect(read(about('forty passengers')).text).toContain('1931');
  });
});

describe('the text that a page declares', () => {
  const page = (declared: string, body: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: declared })}</script>
     <article>${body}</article>`;
  const long = [FIRST, SECOND, THIRD].flatMap((text) => [text, `On Tuesday too: ${text}`]);
  const markup = long.map((text) => `<p>${text}</p>`).join('');

  it('tells what is not of the article', () => {
    const stranger = '<p>Our reporters sail on all the ferries of the sound, so that you need not.</p>';
    const article = read(page(long.join(' '), markup + stranger));
    expect(article.text.split('\n\n')).toEqual(long);
    expect(article.method).toBe('scored');
  });

  it('takes over when the page shows only its beginning', () => {
    const article = read(page(long.join('\n'), `<p>${long[0] ?? ''}</p><p>${long[1] ?? ''}</p>`));
    expect(article.method).toBe('json-ld');
    expect(article.text.split('\n\n')).toEqual(long);
  });

  it('changes nothing when it is another text', () => {
    const other =
      'A summary of the week in the sound, with the weather, the tides and the catch of the day. '.repeat(6);
    expect(paragraphs(page(other, markup))).toEqual(long);
  });
});

describe('pages that scripts draw', () => {
  const banner =
    '<div><p>This site keeps small files on your device, and needs your consent to do so.</p></div>';
  const story = { title: 'Ferry stopped', body: `<p>${FIRST}</p>\n<p>${SECOND}</p>\n<p>${THIRD}</p>` };

  it.each([
    [
      'JSON in a script',
      `<script id="data" type="application/json">${JSON.stringify({ props: { story } })}</script>`,
    ],
    ['an assignment', `<script>window.STATE = ${JSON.stringify({ a: [1, "it's"], story })};</script>`],
    [
      'a string inside a string',
      `<script>push([1, ${JSON.stringify(`7:${JSON.stringify({ story })}`)}])</script>`,
    ],
    [
      'one string for each paragraph',
      `<script>var page = ${JSON.stringify({ parts: [FIRST, SECOND, THIRD].map((text) => ({ type: 'p', text })) })}</script>`,
    ],
  ])('are read from %s', (_, script) => {
    const article = read(`<body>${banner}<div id="root"></div>${script}</body>`);
    expect(article.method).toBe('embedded');
    expect(article.text.split('\n\n')).toEqual([FIRST, SECOND, THIRD]);
  });

  it('never have code taken for text', () => {
    const code = `<script>var a = "${'if (x.length > 0) { return y; } else { throw z; } '.repeat(40)}";</script>`;
    expect(read(`<body><div id="root"></div>${code}</body>`)).toMatchObject({ text: '', method: 'none' });
  });

  it.each(['"'.repeat(500_000), '"\\'.repeat(300_000), '{"a":"'.repeat(100_000), '<script'.repeat(100_000)])(
    'end in time on hostile scripts',
    (content) => {
      expect(typeof read(`<script>${content}</script>`).text).toBe('string');
    },
  );
});

describe('confidence', () => {
  it('is 0 without a text and never above 1', () => {
    expect(read('<nav>Home</nav>').confidence).toBe(0);
    expect(read(`<article>${STORY.repeat(3)}</article>`).confidence).toBeLessThanOrEqual(1);
  });

  it('falls with every doubt', () => {
    const long = Array.from({ length: 9 }, (_, n) => `<p>${n}. ${FIRST}</p>`).join('');
    const text = Array.from({ length: 9 }, (_, n) => `${n}. ${FIRST}`).join(' ');
    const declared = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: text })}</script>`;
    const furniture =
      '<p><a href="/x">Another headline, as long as headlines are wont to be on such pages</a></p>'.repeat(9);
    const agreed = read(`${declared}<article>${long}</article>`).confidence;
    const alone = read(`<article>${long}</article>`).confidence;
    const littered = read(`<article>${long}${furniture}</article>`).confidence;
    const short = read(`<article><p>${FIRST}</p></article>`).confidence;
    expect(agreed).toBeGreaterThan(alone);
    expect(alone).toBeGreaterThan(littered);
    expect(alone).toBeGreaterThan(short);
  });
});
