import { describe, expect, it } from 'vitest';
import { plainText } from '../../../src/feeds/plain-text.js';

describe('plainText', () => {
  it.each([
    ['no markup at all', 'no markup at all'],
    ['a < b & c > d', 'a < b & c > d'],
    ['<p>One</p><p>Two</p>', 'One Two'],
    ['caf&eacute;&nbsp;&#8212; &#x41;&quot;', 'café — A"'],
    ['a<!-- hidden -->b', 'ab'],
    ['before<script>var x = "<p>";</script>after', 'beforeafter'],
    ['safe <iframe src="x"> text', 'safe text'],
    ['line\r\n\t  breaks\u00a0and\u200bmore', 'line breaks and more'],
    ['nul\u0000 and \ud800 alone', 'nul and \ufffd alone'],
    ['it\u0092s', 'it’s'],
    ['see ?a=1&copy=2&regular', 'see ?a=1&copy=2&regular'],
    ['&copy 2026 &amp so on', '© 2026 & so on'],
    ['<a href="?a=1&copy=2">link</a> &copy; us', 'link © us'],
    ["<!' no declaration", "<!' no declaration"],
    ['<!DOCTYPE html>text', 'text'],
    ['seen<!-- -- never ends> and seen', 'seen and seen'],
    ['seen<!-- never ends <b>and seen</b>', 'seen never ends and seen'],
    ['seen<!-- cut', 'seen'],
  ])('%j', (html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it.each(['<', '<p ', '<!--', '&', '&#', '<script>', '<div>', '</'])(
    'stays linear on runs of %s',
    (piece) => {
      expect(plainText(piece.repeat(200_000)).length).toBeLessThanOrEqual(piece.length * 200_000);
    },
  );
});
