/** Letters and digits that dates in Chinese, Japanese and Korean hold, and digits of other scripts. */
const EASTERN = /[\p{Script=Hangul}\p{Script=Han}\uff10-\uff1a\u0660-\u0669\u06f0-\u06f9]/u;

const DAY = /(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日号]?/;
const CLOCK_WORDS = /(\d{1,2})\s*[시時时点]\s*(?:(\d{1,2})\s*[분分])?\s*(?:(\d{1,2})\s*[초秒])?/;
const WEEKDAY =
  /[([]?(?:[일월화수목금토]요일|[日月火水木金土]曜日|(?:星期|周|週)[一二三四五六日天])[)\]]?|\([일월화수목금토日月火水木金土一二三四五六]\)/gu;
const HALF_DAY = /(오전|오후|上午|下午|午前|午後|凌晨|早上|晚上)\s*(\d{1,2}:\d{1,2}(?::\d{1,2})?)/;
const BEFORE_NOON: ReadonlySet<string> = new Set(['오전', '上午', '午前', '凌晨', '早上']);
const ZONE_AT_END = /(?:Z|[A-Z]{3,4}|[-+]\d{2}:?\d{2})\)?\s*$/;

/**
 * Writes a date of East Asia in the order and with the signs of ISO 8601: `2024년 5월 1일 오후 3:05` becomes
 * `2024-05-01 3:05 pm +0900`. All who write Korean keep the same time, so a Korean time without a zone has
 * that one; Chinese and Japanese are written in several. Digits of other scripts become ASCII.
 *
 * @param text - a date, at most some hundred characters
 * @returns the text as it was where it holds nothing of the kind
 */
export function rewriteEasternDate(text: string): string {
  if (!EASTERN.test(text)) return text;
  const isKorean = /\p{Script=Hangul}/u.test(text);
  const plain = asciiDigits(text)
    .replace(WEEKDAY, ' ')
    .replace(DAY, (_, year: string, month: string, day: string) => `${year}-${pad(month)}-${pad(day)} `)
    .replace(
      CLOCK_WORDS,
      (_, hour: string, minute?: string, second?: string) =>
        ` ${hour}:${pad(minute ?? '0')}:${pad(second ?? '0')}`,
    )
    .replace(HALF_DAY, (_, word: string, time: string) => ` ${time} ${BEFORE_NOON.has(word) ? 'am' : 'pm'} `)
    .replace(/\s+/g, ' ')
    .trim();
  return isKorean && plain.includes(':') && !ZONE_AT_END.test(plain) ? `${plain} +0900` : plain;
}

function asciiDigits(text: string): string {
  return text
    .replaceAll('\uff1a', ':')
    .replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

function pad(number: string): string {
  return number.padStart(2, '0');
}
