import { BOT_CHECKS, type BotCheckSign } from './bot-checks.js';

/** Pages of bot checks are small; an article of this size is no such page. */
const MAX_PAGE_BYTES = 256 * 1024;

/** How far a page is looked at: title, frame and scripts of a bot check stand at its top. */
const LOOKED_AT_BYTES = 64 * 1024;

/** A page begins with one of these; feeds and JSON do not. */
const PAGE_START = /^\ufeff?\s{0,200}<(?:!doctype\s{1,20}html|html|head|body|meta|title|script|iframe)\b/i;

/** What an answer looked like. */
export interface AnswerSeen {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Decompressed, or its beginning. */
  readonly body: Uint8Array;
}

/**
 * Tells whether an answer is the page of a service that checks for bots, whatever its status says.
 *
 * @returns the vendor's name, null for anything else; a feed is never taken for one by what it says
 */
export function findBotCheck(answer: AnswerSeen): string | null {
  const markup = readPage(answer.body);
  const title = markup === null ? null : titleOf(markup);
  const holds = (sign: BotCheckSign): boolean =>
    (sign.onRefusal === undefined || answer.status >= 400) &&
    (sign.header === undefined || sign.header[1].test(answer.headers.get(sign.header[0]) ?? '')) &&
    (sign.title === undefined || (title !== null && sign.title.test(title))) &&
    (sign.markup ?? []).every((pattern) => markup !== null && pattern.test(markup));
  return BOT_CHECKS.find(({ signs }) => signs.some(holds))?.vendor ?? null;
}

/** Null for what is no page, or too long for a bot check. */
function readPage(body: Uint8Array): string | null {
  if (body.byteLength === 0 || body.byteLength > MAX_PAGE_BYTES) return null;
  const markup = new TextDecoder().decode(body.subarray(0, LOOKED_AT_BYTES));
  return PAGE_START.test(markup) ? markup : null;
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&#39;', "'"],
  ['&#x27;', "'"],
  ['&apos;', "'"],
  ['&rsquo;', '’'],
  ['&hellip;', '…'],
  ['&amp;', '&'],
]);

function titleOf(markup: string): string | null {
  const written = /<title\b[^>]{0,200}>([^<]{0,300})<\/title/i.exec(markup)?.[1];
  if (written === undefined) return null;
  const resolved = written.replace(
    /&#?\w{1,8};/g,
    (reference) => REFERENCES.get(reference.toLowerCase()) ?? reference,
  );
  return resolved.replace(/\s+/g, ' ').trim();
}
