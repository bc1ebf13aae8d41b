import { describe, expect, it } from 'vitest';
import { readLinkHeader } from '../../../src/feeds/read-link-header.js';
import { discoverHub, type AnsweredFeed } from '../../../src/websub/discover-hub.js';

const DOCUMENT = { hubs: ['https://hub.example/doc'], topic: 'https://news.example/doc.xml' };

function discover({ linkHeader = '', ...fields }: Partial<AnsweredFeed> & { readonly linkHeader?: string }) {
  const links = readLinkHeader(linkHeader);
  return discoverHub({ url: 'https://news.example/a/feed.xml', links, push: DOCUMENT, ...fields });
}

describe('discoverHub', () => {
  it('goes by the Link headers first', () => {
    const linkHeader = '<https://hub.example/head>; rel=hub, <https://news.example/head.xml>; rel=self';
    expect(discover({ linkHeader })).toEqual({
      hubs: ['https://hub.example/head'],
      topic: 'https://news.example/head.xml',
    });
  });

  it('goes by the document without them', () => {
    expect(discover({})).toEqual({ hubs: DOCUMENT.hubs, topic: DOCUMENT.topic });
    expect(discover({ linkHeader: '<https://news.example/>; rel=alternate' })).toEqual(discover({}));
  });

  it('takes from the document what the headers leave out', () => {
    expect(discover({ linkHeader: '<https://hub.example/head>; rel=hub' })).toEqual({
      hubs: ['https://hub.example/head'],
      topic: DOCUMENT.topic,
    });
  });

  it('finds nothing without a hub or without a topic', () => {
    expect(discover({ push: { hubs: [], topic: DOCUMENT.topic } })).toBeNull();
    expect(discover({ push: { hubs: DOCUMENT.hubs, topic: null } })).toBeNull();
  });

  it('resolves relative links, and leaves absolute ones to the letter', () => {
    const linkHeader = '</hub>; rel=hub, <HTTPS://News.Example/%7efeed>; rel=self';
    expect(discover({ linkHeader })).toEqual({
      hubs: ['https://news.example/hub'],
      topic: 'HTTPS://News.Example/%7efeed',
    });
    expect(discover({ linkHeader: '<https://h.example/>; rel=hub, <self.xml?a=b>; rel=self' })?.topic).toBe(
      'https://news.example/a/self.xml?a=b',
    );
  });

  it('tries HTTPS first, also at hubs that are named with HTTP on its usual port', () => {
    const hubs = ['http://one.example/hub', 'http://two.example:8080/hub', 'https://three.example/hub'];
    expect(discover({ push: { ...DOCUMENT, hubs } })?.hubs).toEqual([
      'https://one.example/hub',
      'https://three.example/hub',
      'http://one.example/hub',
      'http://two.example:8080/hub',
    ]);
  });

  it('takes few hubs, each once', () => {
    const hubs = Array.from({ length: 50 }, (_, index) => `https://hub.example/${index}`);
    expect(discover({ push: { ...DOCUMENT, hubs } })?.hubs).toHaveLength(4);
    expect(
      discover({ push: { ...DOCUMENT, hubs: ['https://h.example/', 'https://h.example/'] } })?.hubs,
    ).toEqual(['https://h.example/']);
  });

  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user:secret@hub.example/',
    'https://',
    '',
    `https://hub.example/${'x'.repeat(2_000)}`,
  ])('does not take %.60s', (url) => {
    expect(discover({ push: { hubs: [url], topic: DOCUMENT.topic } })).toBeNull();
    expect(discover({ push: { hubs: DOCUMENT.hubs, topic: url } })).toBeNull();
  });
});
