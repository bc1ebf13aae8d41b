/** A time of day as a text writes it. */
export interface WrittenTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; null when no zone is written. */
  readonly offsetMinutes: number | null;
}

/** Minutes east of UTC of the abbreviations that newsrooms write; the ambiguous ones as used in the news. */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  bst: 60,
  west: 60,
  wat: 60,
  cet: 60,
  mez: 60,
  cat: 120,
  cest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eat: 180,
  eest: 180,
  msk: 180,
  trt: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  wib: 420,
  ict: 420,
  sgt: 480,
  hkt: 480,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  et: -300,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  brt: -180,
  art: -180,
};

/** No zone is further from UTC. */
const MAX_OFFSET_MINUTES = 14 * 60;

const CLOCK =
  /(?<!\d)(?<h>\d{1,2})\s?[:.h時시]\s?(?<min>\d{2})(?:\s?[:分분]\s?(?<s>\d{1,2})(?:[.,]\d{1,9})?)?(?!\d)\s?(?<half>[ap]\.?\s?m\b)?(?<rest>.{0,40})/isu;
const HOUR_ONLY = /(?<!\d)(?<h>\d{1,2})\s?(?<half>[ap]\.?m\b)(?<rest>.{0,40})/is;
/** "T180509Z", or the same without a letter between day and time. */
const COMPACT = /^[T\s]?(?<h>\d{2})(?<min>\d{2})(?<s>\d{2})(?!\d)(?<rest>.{0,40})/s;
/** Words between a day and its time: "at", "um", "| Updated". */
const MAX_DISTANCE = 30;

/**
 * The time that stands right after a day, or right before it.
 *
 * @param before - the text up to the day
 * @param after - the text from the day's end
 * @returns null when there is none
 */
export function findTime(before: string, after: string): WrittenTime | null {
  const following = COMPACT.exec(after) ?? nearStart(CLOCK.exec(after)) ?? nearStart(HOUR_ONLY.exec(after));
  if (following !== null) return readTime(following);
  const tail = before.slice(-MAX_DISTANCE);
  const leading = CLOCK.exec(tail) ?? HOUR_ONLY.exec(tail);
  return leading === null ? null : readTime(leading);
}

/** Another number in between belongs to something else, such as a second date. */
function nearStart(match: RegExpExecArray | null): RegExpExecArray | null {
  if (match === null || match.index > MAX_DISTANCE) return null;
  return /\d/.test(match.input.slice(0, match.index)) ? null : match;
}

function readTime(match: RegExpExecArray): WrittenTime | null {
  const groups: Readonly<Record<string, string | undefined>> = match.groups ?? {};
  let hour = Number(groups.h);
  const minute = Number(groups.min ?? 0);
  const second = Number(groups.s ?? 0);
  const half = groups.half?.toLowerCase()[0];
  if (half === 'p' && hour < 12) hour += 12;
  if (half === 'a' && hour === 12) hour = 0;
  if (hour > 24 || minute > 59 || second > 60) return null;
  return { hour, minute, second, offsetMinutes: offsetOf(groups.rest ?? '') };
}

/** "+02:00", "-0500", "GMT+1", "EDT", "(CEST)"; null where none is named. */
function offsetOf(text: string): number | null {
  const offset = /^[\s(]{0,3}(?:GMT|UTC)?\s?(?<sign>[+\u2212-])(?<h>\d{1,2}):?(?<m>\d{2})?(?!\d)/i.exec(
    text,
  )?.groups;
  if (offset !== undefined) {
    const minutes = Number(offset.h) * 60 + Number(offset.m ?? 0);
    if (minutes > MAX_OFFSET_MINUTES) return null;
    return offset.sign === '+' || minutes === 0 ? minutes : -minutes;
  }
  const name = /^[\s(,]{0,3}(?:uhr\s)?(?<name>[a-z]{1,4})\b/i.exec(text)?.groups?.name;
  return ZONES[name?.toLowerCase() ?? ''] ?? null;
}
