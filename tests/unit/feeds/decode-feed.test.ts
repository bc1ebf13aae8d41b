import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../src/feeds/decode-feed.js';

const RUSSIAN = 'Прокуратура сообщила о новых арестах по делу о взломе банковской системы в столице';
const document = (text: string, encoding?: string) =>
  `<?xml version="1.0"${encoding === undefined ? '' : ` encoding="${encoding}"`}?><rss><title>${text}</title></rss>`;

describe('decodeFeed', () => {
  it.each(['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])('recognises %s by its zero bytes', (charset) => {
    for (const addBOM of [true, false]) {
      const body = iconv.encode(document('Žluťoučký'), charset, { addBOM });
      expect(decodeFeed(body, null).text).toContain('Žluťoučký');
    }
  });

  it('believes valid UTF-8 over every label', () => {
    const body = iconv.encode(document('naïve', 'windows-1251'), 'utf-8');
    expect(decodeFeed(body, 'text/xml; charset=koi8-r')).toMatchObject({
      text: document('naïve', 'windows-1251'),
      charset: 'utf-8',
    });
  });

  it('keeps UTF-8 with a few stray bytes', () => {
    const body = Buffer.concat([iconv.encode(document(RUSSIAN), 'utf-8'), Buffer.from([0xff])]);
    expect(decodeFeed(body, null).text).toContain(RUSSIAN);
  });

  it.each([
    ['the header', 'application/xml; charset="KOI8-R"', undefined, 'koi8-r'],
    ['the declaration', null, 'windows-1251', 'windows-1251'],
    ['the declaration when the header says UTF-8 wrongly', 'text/xml; charset=utf-8', 'cp866', 'cp866'],
    [
      'the declaration when the header says latin1 by habit',
      'text/xml; charset=iso-8859-1',
      'windows-1251',
      'windows-1251',
    ],
    ['the letters when both labels are wrong', 'text/xml; charset=utf-8', 'UTF-8', 'koi8-r'],
    ['the letters when the label is no encoding', 'text/xml; charset=none', undefined, 'windows-1251'],
  ])('reads old encodings by %s', (_, contentType, declared, charset) => {
    const body = iconv.encode(document(RUSSIAN, declared), charset);
    expect(decodeFeed(body, contentType).text).toBe(document(RUSSIAN, declared));
  });

  it.each([
    ['agree', 'windows-1251', 'text/xml; charset=windows-1251', 'windows-1251', []],
    ['agree in other words', 'iso-8859-1', 'text/xml; charset=latin1', 'windows-1252', []],
    ['are missing', undefined, null, 'utf-8', []],
    ['differ, to no effect', 'windows-1251', 'text/xml; charset=koi8-r', 'ascii', []],
    ['deny what the bytes are', 'windows-1251', null, 'utf-8', ['charset_conflict']],
    ['deny each other', 'windows-1251', 'text/xml; charset=latin1', 'windows-1251', ['charset_conflict']],
    ['say UTF-8 wrongly', 'UTF-8', null, 'koi8-r', ['charset_guessed', 'charset_conflict']],
    ['are missing in an old encoding', undefined, null, 'koi8-r', ['charset_guessed']],
    ['deny the byte order mark', 'UTF-8', null, 'utf-16le', ['charset_conflict']],
    ['agree with the byte order mark', 'UTF-16', 'text/xml', 'utf-16le', []],
  ])('notes where labels %s', (_, declared, contentType, charset, codes) => {
    const text = document(charset === 'ascii' || charset === 'windows-1252' ? 'naive' : RUSSIAN, declared);
    const { notes } = decodeFeed(iconv.encode(text, charset, { addBOM: true }), contentType);
    expect(notes.map(({ code }) => code)).toEqual(codes);
  });

  it('notes stray bytes, but not replacement characters that came as such nor a cut at the end', () => {
    const codes = (body: Buffer) => decodeFeed(body, null).notes.map(({ code }) => code);
    const whole = iconv.encode(document(`${RUSSIAN} \ufffd.`), 'utf-8');
    expect(codes(Buffer.concat([whole.subarray(0, 60), Buffer.from([0xff]), whole.subarray(60)]))).toEqual([
      'charset_conflict',
    ]);
    expect(codes(whole)).toEqual([]);
    expect(codes(iconv.encode(document(RUSSIAN), 'utf-8').subarray(0, 100))).toEqual([]);
  });

  it('reads ISO-2022-JP, which looks like ASCII, by its label', () => {
    const body = Buffer.from(
      '<?xml version="1.0" encoding="ISO-2022-JP"?><t>\u001b$BF|K\\\u001b(B</t>',
      'latin1',
    );
    expect(decodeFeed(body, null).text).toContain('<t>日本</t>');
  });

  it.each([
    ['windows-1253', 'Η κυβέρνηση ανακοίνωσε νέα μέτρα για την ασφάλεια των δικτύων της χώρας'],
    ['windows-1250', 'Premiér řekl, že útočníci získali přístup k účtům několika úřadů v říjnu'],
    ['windows-1254', 'Başbakanlık saldırının ardından güvenlik önlemlerini artırdığını açıkladı'],
    ['windows-1256', 'أعلنت الحكومة عن إجراءات جديدة لحماية الشبكات في البلاد'],
    ['cp932', '政府は新しいサイバーセキュリティの対策を発表しました'],
    ['gb18030', '政府今天宣布了保护网络安全的新措施，公司必须在三个月内报告'],
    ['big5', '政府今天宣布了保護網路安全的新措施，公司必須在三個月內報告'],
    ['cp949', '정부는 오늘 네트워크 보안을 위한 새로운 대책을 발표했다'],
    ['windows-1252', 'Le gouvernement a annoncé hier des mesures destinées à protéger les réseaux'],
  ])('detects %s without any label', (charset, text) => {
    expect(decodeFeed(iconv.encode(document(text), charset), null).text).toBe(document(text));
  });
});
