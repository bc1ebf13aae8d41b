import { describe, expect, it } from 'vitest';
import { looksLikeHtml } from '../../../src/article/is-html.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const page = '<!doctype html><html><body><p>Text.</p></body></html>';

describe('looksLikeHtml', () => {
  it.each([
    ['a page', page, 'text/html; charset=utf-8'],
    ['a page without a type', page, null],
    ['a page as plain text', `\n  ${page}`, 'text/plain'],
    ['a page as octets', page, 'application/octet-stream'],
    ['XHTML', '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', 'application/xhtml+xml'],
    ['text that the server calls a page', 'Nothing to see here.', 'text/html'],
  ])('true: %s', (_, body, type) => {
    expect(looksLikeHtml(bytes(body), type)).toBe(true);
  });

  it('true: UTF-16', () => {
    expect(looksLikeHtml(Buffer.from(page, 'utf16le'), null)).toBe(true);
  });

  it.each([
    ['nothing', '', 'text/html'],
    ['PDF called a page', '%PDF-1.7\n...', 'text/html'],
    ['PNG', '\x89PNG\r\n\x1a\n', 'text/html'],
    ['JPEG', '\xff\xd8\xff\xe0', null],
    ['ZIP', 'PK\x03\x04\x14\0', 'application/octet-stream'],
    ['gzip', '\x1f\x8b\x08\0', 'text/html'],
    ['film', '\0\0\0\x18ftypmp42', null],
    ['JSON', '{"items": []}', 'application/json'],
    ['JSON called a page', '[{"id": 1}]', 'text/html'],
    ['a feed', '<?xml version="1.0"?>\n<rss version="2.0"><channel>', 'text/html'],
    ['a site map', '<urlset xmlns="x">', 'text/xml'],
    ['a style sheet that mentions tags', 'body { } /* <html> */', 'text/css'],
    ['plain text', 'Dear all, the meeting is off.', 'text/plain'],
    ['bytes', '\x01\x02\x03\x04<html>\x05\x06\x07\x08', 'text/html'],
    ['zeros here and there', 'abc\0\0def'.padEnd(200, 'x'), 'text/html'],
  ])('false: %s', (_, body, type) => {
    expect(looksLikeHtml(bytes(body), type)).toBe(false);
  });
});
