import { describe, expect, it } from 'vitest';
import { parseFeedsFile, renderFeedsYaml } from '../../../src/feeds/feeds-file.js';

describe('parseFeedsFile', () => {
  it('reads addresses and entries', () => {
    const text = `# ours
feeds:
  - https://a.example/feed.xml
  - url: https://b.example/rss
    title: "B: the feed"
    category: Ports/Asia
    schedule: every 30m
`;
    expect(parseFeedsFile(text, 'feeds.yml')).toEqual({
      feeds: [
        { url: 'https://a.example/feed.xml' },
        { url: 'https://b.example/rss', title: 'B: the feed', category: 'Ports/Asia', schedule: 'every 30m' },
      ],
      problems: [],
    });
  });

  it('names each bad line with its remedy and uses the rest', () => {
    const text = [
      '- https://a.example/',
      '- not an address',
      '- url: https://b.example/',
      '  schedule: sometimes',
      '- titel: x',
      '- [1, 2]',
      '- https://a.example/',
      '- https://c.example/',
    ].join('\n');
    const { feeds, problems } = parseFeedsFile(text, 'feeds.yml');
    expect(feeds.map((feed) => feed.url)).toEqual([
      'https://a.example/',
      'https://b.example/',
      'https://c.example/',
    ]);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3, 5, 5, 6, 7]);
    expect(problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('"not an address" is no http'),
      expect.stringContaining('every 30m'),
      expect.stringContaining('"titel" is not known'),
      expect.stringContaining('no address'),
      expect.stringContaining('no feed'),
      expect.stringContaining('listed twice'),
    ]);
  });

  it('reads what can be read of broken YAML', () => {
    const { feeds, problems } = parseFeedsFile('- https://a.example/\n- "unclosed\n', 'feeds.yml');
    expect(feeds).toEqual([{ url: 'https://a.example/' }]);
    expect(problems[0]?.message).toContain('not valid YAML');
  });

  it('says when there is no list', () => {
    expect(parseFeedsFile('hello', 'my.yml').problems[0]?.message).toContain('my.yml');
  });

  it('reads OPML whatever the file is called', () => {
    const { feeds } = parseFeedsFile(
      '<opml><body><outline xmlUrl="https://a.example/"/></body></opml>',
      'feeds.yml',
    );
    expect(feeds).toEqual([{ url: 'https://a.example/' }]);
  });

  it('reads back what renderFeedsYaml writes', () => {
    const feeds = [{ url: 'https://a.example/', title: '- odd: "title" #1', schedule: '*/5 * * * *' }];
    expect(parseFeedsFile(renderFeedsYaml(feeds), 'feeds.yml')).toEqual({ feeds, problems: [] });
  });
});
