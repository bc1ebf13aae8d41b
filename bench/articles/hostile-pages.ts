/** Pages that are made to take long, by what they are made of. Each ends in a result or a typed error. */
export const HOSTILE_PAGES: Readonly<Record<string, () => string>> = {
  'a million nodes': () => '<i></i>'.repeat(1_000_000),
  'a million paragraphs': () => '<p>x'.repeat(1_000_000),
  'a million comments': () => '<!-- c -->'.repeat(1_000_000),
  'a million attributes': () => `<p ${many(1_000_000, (at) => `a${at}=1`, ' ')}>x`,
  'nesting of 100,000': () => `${'<div>'.repeat(100_000)}text${'</div>'.repeat(100_000)}`,
  'unclosed bold of 100,000': () => `<p>${'<b>x '.repeat(100_000)}`,
  'misnested links': () => '<a href=x><p>Some words, and more.</a>'.repeat(100_000),
  'spans that end in blocks': () => '<span><div>Some words, and more.</span>'.repeat(100_000),
  'text outside of cells': () => `<table>${'Some words, and more.<tr><td>x'.repeat(100_000)}`,
  'growing formatting': () => many(20_000, (at) => `<div><b class=c${at}><a href=x></div>x`),
  'hidden attributes': () => `<!--><p ${many(300_000, (at) => `a${at}`, ' ')}><!-- -->x`,
  '100,000 headings': () => '<h1>A heading of some words</h1>'.repeat(100_000),
  '100,000 meta tags': () =>
    many(
      100_000,
      (at) => `<meta name="author" content="Ana Ruiz ${at}"><meta property="p${at}" content="x">`,
    ),
  'a title of a megabyte': () =>
    `<title>${'a - b | '.repeat(130_000)}</title><h1>${'a '.repeat(500_000)}</h1>`,
  'a text of 5 megabytes': () => `<article><p>${'Some words, and more. '.repeat(240_000)}</p></article>`,
  'a word of 5 megabytes': () => `<article><p>${'a'.repeat(5_000_000)}</p></article>`,
  'spaces of 5 megabytes': () => `<article><p>a${' '.repeat(5_000_000)}b</p></article>`,
  'dots of 5 megabytes': () => `<article><p>a${'. '.repeat(2_500_000)}b</p></article>`,
  'brackets of 5 megabytes': () => `<article><p>${'(see: '.repeat(800_000)}</p></article>`,
  'giant JSON-LD': () => jsonLd(`{"@type":"Article","articleBody":"${'Some words. '.repeat(400_000)}"}`),
  'nested JSON-LD': () => jsonLd('['.repeat(2_000_000)),
  '10,000 blocks of JSON-LD': () => jsonLd('{"@type":"Article","author":{"name":"A B"}}').repeat(10_000),
  'broken JSON-LD': () => jsonLd(`{"a":"${'\n,}'.repeat(1_000_000)}`),
  '100,000 bylines': () => '<div class="byline author">By <a rel="author">Ana Ruiz</a></div>'.repeat(100_000),
  '100,000 dates': () => '<time class="date">5 January 20x6 at 99:99</time>'.repeat(100_000),
  'a table of 300,000 cells': () =>
    `<table>${'<tr><td>x</td><td>x</td><td>x</td></tr>'.repeat(100_000)}</table>`,
  'nested tables': () => `${'<table><tr><td>'.repeat(100_000)}x`,
  'nested lists': () => '<ul><li>x'.repeat(100_000),
  'line breaks': () => `<article>${'Some words, and more.<br><br>'.repeat(100_000)}</article>`,
  'class names of a megabyte': () => `<p class="${'ad-related '.repeat(100_000)}">x`.repeat(10),
};

function jsonLd(json: string): string {
  return `<script type="application/ld+json">${json}</script><p>A sentence that says something, with a full stop.`;
}

function many(count: number, write: (at: number) => string, between = ''): string {
  return Array.from({ length: count }, (_, at) => write(at)).join(between);
}
