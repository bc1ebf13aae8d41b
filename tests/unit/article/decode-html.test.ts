import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../src/article/decode-html.js';

const meta = (charset: string) => `<html><head><meta charset="${charset}"></head><p>`;

describe('decodeHtml', () => {
  it.each([
    ['UTF-8 mark', Buffer.from('\ufeff<p>né'), 'text/html; charset=iso-8859-1', 'utf-8', '<p>né'],
    ['UTF-16 mark', Buffer.from('\ufeff<p>né', 'utf16le'), null, 'utf-16le', '<p>né'],
    ['UTF-16 without a mark', Buffer.from('<html><p>né', 'utf16le'), null, 'utf-16le', '<html><p>né'],
    ['big-endian without a mark', iconv.encode('<html><p>né', 'utf-16be'), null, 'utf-16be', '<html><p>né'],
    [
      'UTF-8 that the server misdeclares',
      Buffer.from('<p>né'),
      'text/html; charset=latin1',
      'utf-8',
      '<p>né',
    ],
    [
      'the Content-Type',
      iconv.encode('<p>né', 'windows-1252'),
      'text/html; charset="ISO-8859-1"',
      'windows-1252',
      '<p>né',
    ],
    ['nothing declared', iconv.encode('<p>né', 'windows-1252'), null, 'windows-1252', '<p>né'],
    ['plain ASCII', Buffer.from('<p>ne'), null, 'utf-8', '<p>ne'],
  ])('%s', (_, bytes, type, encoding, html) => {
    expect(decodeHtml(bytes, type)).toEqual({ html, encoding });
  });

  it.each([
    ['shift_jis', 'shift_jis', 'Shift_JIS', '港の市役所'],
    ['euc-kr as its usual label', 'euc-kr', 'ks_c_5601-1987', '항구 도시'],
    ['gb2312 as gbk', 'gbk', 'gb2312', '港口城市'],
    ['big5', 'big5', 'Big5', '港口城市'],
    ['windows-1251', 'windows-1251', 'cp1251', 'портовый город'],
    ['koi8-r', 'koi8-r', 'koi8-r', 'портовый город'],
  ])('<meta charset>: %s', (_, encoding, label, words) => {
    const bytes = iconv.encode(meta(label) + words, encoding);
    expect(decodeHtml(bytes, 'text/html')).toEqual({ html: meta(label) + words, encoding });
  });

  it('reads the characters that Latin-1 has not', () => {
    const bytes = Buffer.from([0x80, 0x93, 0x94, 0x96]);
    expect(decodeHtml(bytes, 'text/html; charset=iso-8859-1').html).toBe('€“”–');
  });

  it('reads ISO-2022-JP', () => {
    const head = Buffer.from(meta('iso-2022-jp'));
    const word = Buffer.from([0x1b, 0x24, 0x42, 0x39, 0x41, 0x1b, 0x28, 0x42]);
    expect(decodeHtml(Buffer.concat([head, word]), null).html).toBe(`${meta('iso-2022-jp')}港`);
  });

  it('believes the header before the page, and neither when the label is unknown', () => {
    const bytes = iconv.encode(`${meta('koi8-r')}город`, 'windows-1251');
    expect(decodeHtml(bytes, 'text/html; charset=windows-1251').encoding).toBe('windows-1251');
    expect(
      decodeHtml(Buffer.from(`${meta('no-such')}\xe9`, 'latin1'), 'text/html; charset=nope').encoding,
    ).toBe('windows-1252');
  });

  it('does not believe a declaration in a comment, nor UTF-16 in one that was read as ASCII', () => {
    expect(decodeHtml(Buffer.from('<!-- <meta charset="koi8-r"> --><p>\xe9', 'latin1'), null).encoding).toBe(
      'windows-1252',
    );
    expect(decodeHtml(Buffer.from(`${meta('utf-16')}a`), null).encoding).toBe('utf-8');
  });

  it('removes zeros', () => {
    expect(decodeHtml(Buffer.from('<p>a\0b</p> and the rest of the page'), null).html).toBe(
      '<p>ab</p> and the rest of the page',
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, type) => {
        expect(decodeHtml(bytes, type).html).not.toContain('\0');
      }),
    );
  });
});
