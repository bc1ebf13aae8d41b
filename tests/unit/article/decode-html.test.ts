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

  it.each([
    ['a pragma', '<meta http-equiv=Content-Type content="text/html;charset=koi8-r">', 'koi8-r'],
    [
      'a pragma with quotes inside',
      `<meta content='text/html; charset="koi8-r"' http-equiv="content-type">`,
      'koi8-r',
    ],
    ['a bare value', '<META CHARSET=koi8-r>', 'koi8-r'],
    ['attributes before it', '<meta data-a=">" data-b charset = "koi8-r" />', 'koi8-r'],
    ['content without a pragma', '<meta name="about" content="what charset=koi8-r means">', 'windows-1252'],
    ['a name that only begins like meta', '<metadata charset="koi8-r">', 'windows-1252'],
    ['the first of two', '<meta charset="koi8-r"><meta charset="shift_jis">', 'koi8-r'],
    ['a label that means nothing', '<meta charset="klingon"><meta charset="koi8-r">', 'windows-1252'],
    ['an empty comment', '<!--><meta charset="koi8-r"><!-- -->', 'koi8-r'],
    ['a comment that does not end', '<!-- <meta charset="koi8-r">', 'windows-1252'],
    ['an XML declaration', '<?xml version="1.0" encoding="koi8-r"?>', 'koi8-r'],
    ['user-defined', '<meta charset="x-user-defined">', 'windows-1252'],
  ])('reads the declaration as browsers do: %s', (_, markup, encoding) => {
    expect(decodeHtml(Buffer.from(`${markup}<p>caf\xe9`, 'latin1'), null).encoding).toBe(encoding);
  });

  it.each([
    ['iso-8859-1', 'windows-1252'],
    ['US-ASCII', 'windows-1252'],
    [' Latin1 ', 'windows-1252'],
    ['iso-8859-9', 'windows-1254'],
    ['tis-620', 'windows-874'],
    ['x-sjis', 'shift_jis'],
    ['windows-31j', 'shift_jis'],
    ['x-x-big5', 'big5'],
    ['gb_2312-80', 'gbk'],
    ['GB18030', 'gb18030'],
    ['euc-kr', 'euc-kr'],
    ['x-mac-roman', 'macintosh'],
    ['cp866', 'ibm866'],
    ['koi8-u', 'koi8-u'],
    ['iso-8859-8-i', 'iso-8859-8-i'],
  ])('the label %s stands for %s', (label, encoding) => {
    const bytes = Buffer.from(`<meta charset="${label}"><p>caf\xe9`, 'latin1');
    expect(decodeHtml(bytes, null).encoding).toBe(encoding);
  });

  it('does not believe a server that calls ASCII or windows-1252 UTF-16', () => {
    expect(decodeHtml(Buffer.from('<p>plain'), 'text/html; charset=utf-16').html).toBe('<p>plain');
    expect(decodeHtml(Buffer.from('<p>caf\xe9', 'latin1'), 'text/html; charset=utf-16le').html).toBe(
      '<p>café',
    );
  });

  it.each([
    ['windows-1251', 'Мост через реку откроют в октябре, сообщила дирекция дорог.'],
    ['koi8-r', 'Мост через реку откроют в октябре, сообщила дирекция дорог.'],
    ['windows-1253', 'Το τελευταίο καΐκι του νησιού έπεσε πάλι στο νερό τη Δευτέρα.'],
    ['windows-1255', 'הספרייה הניידת חזרה השבוע לכבישי הנגב אחרי הפסקה של שנה.'],
    ['windows-1256', 'استقبل ميناء المدينة القديمة يوم الأحد أول سفينة شحن منذ عامين.'],
    ['windows-874', 'ตลาดน้ำริมคลองเปิดให้บริการอีกครั้งเมื่อวันจันทร์'],
    ['shift_jis', '港の時計台が百年ぶりに修理されることになり、市は工事の予定を発表した。'],
    ['euc-jp', '港の時計台が百年ぶりに修理されることになり、市は工事の予定を発表した。'],
    ['gbk', '工人在修复南城墙时发现了一口水井，井深十一米，水还是清的，这是他们没有想到的。'],
    ['big5', '工人在修復南城牆時發現了一口水井，井深十一米，水還是清的，這是他們沒有想到的。'],
    ['euc-kr', '항구 도시의 새 방파제가 수요일에 문을 열었다고 시가 밝혔다.'],
    ['windows-1252', 'Die Käserei öffnet am Samstag ihre Höhle – „alles außer dem Rezept“, sagt Zoë Müller.'],
  ])('guesses %s where nothing is declared', (encoding, text) => {
    const html = `<html><head><title>${text}</title></head><body><p>${text}</p><p>OK 12</p></body></html>`;
    expect(decodeHtml(iconv.encode(html, encoding), 'text/html')).toEqual({ html, encoding });
  });

  it('takes the fallback of the language of a page in a Latin script', () => {
    const html = '<html lang="cs"><p>Příliš žluťoučký kůň úpěl ďábelské ódy.';
    expect(decodeHtml(iconv.encode(html, 'windows-1250'), null)).toEqual({ html, encoding: 'windows-1250' });
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
