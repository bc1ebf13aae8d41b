import { describe, expect, it } from 'vitest';
import { decodeXmlText } from '../../../src/feeds/decode-xml-text.js';

describe('decodeXmlText', () => {
  it.each([
    ['nothing to decode', 'nothing to decode'],
    ['&lt;b&gt; &amp; &quot;c&quot; &apos;d&apos;', '<b> & "c" \'d\''],
    ['&#65;&#x42;&#x1F30D;&#000067;', 'AB\u{1f30d}C'],
    ['&amp;lt; is escaped twice', '&lt; is escaped twice'],
    ['&amp;', '&'],
  ])('resolves %j', (text, decoded) => {
    expect(decodeXmlText(text)).toBe(decoded);
  });

  it.each([
    'a & b',
    '&',
    '&amp',
    '&nbsp;',
    '&AMP;',
    '&#0;',
    '&#xd800;',
    '&#xFFFE;',
    '&#x110000;',
    '&#x;',
    '&#;',
  ])('leaves %j to the parser', (text) => {
    expect(decodeXmlText(text)).toBeNull();
  });
});
