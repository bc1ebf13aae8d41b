import { describe, expect, test } from 'vitest';
import { findBotCheck } from '../../../src/fetch/find-bot-check.js';

interface Case {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function find({ status = 200, headers = {}, body = '' }: Case): string | null {
  return findBotCheck({ status, headers: new Map(Object.entries(headers)), body: Buffer.from(body) });
}

function page(title: string, rest = ''): string {
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}</title></head><body>${rest}</body></html>`;
}

describe('findBotCheck', () => {
  test.each<[string, Case]>([
    ['Cloudflare', { headers: { 'cf-mitigated': 'challenge' }, status: 403 }],
    ['Cloudflare', { headers: { server: 'cloudflare' }, body: page('Just a moment...') }],
    ['Cloudflare', { body: page('Just a moment...', '<script>window._cf_chl_opt={}</script>'), status: 503 }],
    [
      'Cloudflare',
      { body: page('Attention Required! | Cloudflare', '<div id="cf-error-details">'), status: 403 },
    ],
    ['DataDome', { headers: { 'x-datadome': 'protected' }, status: 403 }],
    [
      'DataDome',
      {
        body: page(
          'news.example',
          `<script data-cfasync="false">var dd={'rt':'c'}</script><script src="https://ct.captcha-delivery.com/c.js"></script>`,
        ),
      },
    ],
    [
      'Imperva',
      {
        body: '<html style="height:100%"><head></head><body><iframe id="main-iframe" src="/_Incapsula_Resource?a=1"></iframe></body></html>',
      },
    ],
    ['Imperva', { body: page('Pardon Our Interruption') }],
    ['Imperva', { body: page('', 'Request unsuccessful. Incapsula incident ID: 12-34'), status: 403 }],
    ['Akamai', { body: page('Access Denied', 'Reference&#32;&#35;18&#46;2d351ab8&#46;15'), status: 403 }],
    [
      'Cloudflare',
      { body: page('Access denied | news.example used Cloudflare to restrict access'), status: 403 },
    ],
    ['Akamai', { body: page('Access Denied', 'https://errors.edgesuite.net/18.1'), status: 403 }],
    [
      'Akamai',
      { body: page('', '<div id="sec-if-cpt-container"></div><script src="/_sec/cp_challenge/x.js">') },
    ],
    [
      'HUMAN (PerimeterX)',
      { body: page('Access to this page has been denied', '<script>window._pxAppId="P"</script>') },
    ],
    ['AWS WAF', { headers: { 'x-amzn-waf-action': 'challenge' }, status: 202 }],
    ['Sucuri', { body: page('Sucuri WebSite Firewall - Access Denied'), status: 403 }],
    ['Sucuri', { body: page('You are being redirected...', '<script>sucuri_cloudproxy_js=""</script>') }],
    [
      'DDoS-Guard',
      { body: page('DDoS-Guard', '<script src="/.well-known/ddos-guard/js-challenge/index.js"></script>') },
    ],
    [
      'Anubis',
      { body: page('Making sure you&#39;re not a bot!', '<script id="anubis_challenge">{}</script>') },
    ],
    ['Vercel', { headers: { 'x-vercel-mitigated': 'challenge' }, status: 429 }],
  ])('knows %s', (vendor, seen) => {
    expect(find(seen)).toBe(vendor);
  });

  const FEED =
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Just a moment...</title></channel></rss>';
  test.each<[string, Case]>([
    ['a feed of that name', { headers: { server: 'cloudflare' }, body: FEED }],
    ['JSON that quotes one', { body: JSON.stringify({ title: page('Just a moment...', '_cf_chl_opt') }) }],
    [
      'an article about them',
      { headers: { server: 'cloudflare' }, body: page('Just a moment... What the page means') },
    ],
    [
      'a page that a vendor added its script to',
      { body: page('News', '<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>') },
    ],
    ['a page served through DataDome', { headers: { 'x-datadome': 'protected' }, body: page('News') }],
    [
      'a page served through Imperva',
      { body: page('News', '<script src="/_Incapsula_Resource?x"></script>') },
    ],
    ['an ordinary refusal', { body: page('Access Denied', 'Members only.'), status: 403 }],
    ['a page of that title on another server', { body: page('Just a moment...') }],
    [
      'a long article',
      { headers: { server: 'cloudflare' }, body: page('Just a moment...', 'word '.repeat(60_000)) },
    ],
    ['nothing at all', {}],
  ])('takes %s for what it is', (_, seen) => {
    expect(find(seen)).toBeNull();
  });

  test('takes linear time on hostile pages', () => {
    const bodies = [
      '<title '.repeat(30_000),
      `<!doctype html>${'<iframe '.repeat(30_000)}`,
      page('x', '<meta http-equiv="refresh" content="1; URL=\''.repeat(4_000)),
    ];
    for (const body of bodies) expect(find({ body })).toBeNull();
  });
});
