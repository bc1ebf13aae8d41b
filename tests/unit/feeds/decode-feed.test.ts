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
    expect(decodeFeed(body, 'text/xml; charset=koi8-r')).toEqual({
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
