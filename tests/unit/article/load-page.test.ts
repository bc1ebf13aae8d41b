import { describe, expect, it } from 'vitest';
import { rawTextOf } from '../../../src/article/dom.js';
import { loadPage } from '../../../src/article/load-page.js';
import { PAGE_LIMITS } from '../../../src/article/page-limits.js';

const depthOf = (node: { children?: readonly object[] }): number =>
  1 + Math.max(0, ...(node.children ?? []).map((child) => depthOf(child)));

describe('loadPage', () => {
  it('has one element at the top, with the attributes of all html tags', () => {
    const { query, document } = loadPage('<p>a</p><html lang="sv"><body><p>b<html lang="en" dir="ltr"><p>c');
    const $ = query();
    expect(document.children).toHaveLength(1);
    expect($('html').attr()).toEqual({ lang: 'sv', dir: 'ltr' });
    expect($('p')).toHaveLength(3);
  });

  it('makes no nodes for scripts, styles, drawings and comments, but keeps data', () => {
    const $ = loadPage(
      '<script>1</script><style>p{}</style><svg><p>in</p></svg><!-- c --><script type="application/ld+json">{}</script><p>after',
    ).query();
    expect(
      $('script, style, svg, p')
        .toArray()
        .map((element) => element.tagName),
    ).toEqual(['script', 'p']);
  });

  it('flattens what is nested too deeply and keeps its text', () => {
    const { document } = loadPage(`${'<div>'.repeat(2_000)}deep${'</div>'.repeat(2_000)}<p>after</p>`);
    expect(depthOf(document)).toBeLessThanOrEqual(PAGE_LIMITS.maxDepth + 3);
    expect(rawTextOf(document).replace(/\s+/g, ' ').trim()).toBe('deep after');
  });

  it('keeps the first part of a page with too many nodes', () => {
    const $ = loadPage(`<h1>Start</h1>${'<i></i>'.repeat(PAGE_LIMITS.maxNodes)}<h2>End</h2>`).query();
    expect($('h1').text()).toBe('Start');
    expect($('h2')).toHaveLength(0);
  });
});
