import { rejectActor } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { isTechnical } from './reading.js';
import type { Reading } from './reading.js';
import type { Token } from './tokenise.js';

interface Scheme {
  /** Matched where a chunk begins; must end where a token ends. */
  readonly pattern: RegExp;
  /** The usual spelling, with the groups of the pattern. */
  readonly canonical: string;
  /** True where an underscore belongs to the name and is no sign of an identifier. */
  readonly hasUnderscore?: true;
}

/**
 * By the first word, in small letters: letters and numbers that vendors give to groups, from their published reports.
 * Mandiant (APT, UNC, FIN, TEMP.), Proofpoint (TA, UNK_), Microsoft (Storm-, formerly DEV-), CERT-UA (UAC-), Talos (UAT-),
 * Volexity (UTA), Recorded Future (TAG-), IBM (ITG, Hive0), Secureworks (TG-, CTG-), Qihoo 360 (APT-C-), QiAnXin (APT-Q-),
 * Tencent (T-APT-), Knownsec (APT-K-), Palo Alto Networks (CL-STA-, TGR-), Elastic (REF), AhnLab (Larva-), Thales (ATK),
 * Anthropic (GTG-), RiskIQ (Magecart Group 7), Seqrite (UNG).
 */
const SCHEMES: ReadonlyMap<string, readonly Scheme[]> = new Map(
  Object.entries({
    apt: [
      { pattern: /^APT[- ]?(\d{1,3})\b/iu, canonical: 'APT$1' },
      { pattern: /^APT-([CQK])-(\d{2,3})\b/iu, canonical: 'APT-$1-$2' },
    ],
    t: [{ pattern: /^T-APT-(\d{2,3})\b/iu, canonical: 'T-APT-$1' }],
    unc: [{ pattern: /^UNC-?(\d{2,5})\b/iu, canonical: 'UNC$1' }],
    ung: [{ pattern: /^UNG(\d{4})\b/u, canonical: 'UNG$1' }],
    unk: [{ pattern: /^UNK_([A-Z][A-Za-z]{3,30})\b/u, canonical: 'UNK_$1', hasUnderscore: true }],
    ta: [{ pattern: /^TA-?(\d{3,4})\b/u, canonical: 'TA$1' }],
    fin: [{ pattern: /^FIN(\d{1,2})\b/iu, canonical: 'FIN$1' }],
    temp: [{ pattern: /^TEMP\.([A-Z][A-Za-z]{2,20})\b/u, canonical: 'TEMP.$1' }],
    storm: [{ pattern: /^(?:Storm|STORM)-(\d{3,4})\b/u, canonical: 'Storm-$1' }],
    dev: [{ pattern: /^DEV-(\d{4})\b/iu, canonical: 'DEV-$1' }],
    uac: [{ pattern: /^UAC-(\d{4})\b/iu, canonical: 'UAC-$1' }],
    uat: [{ pattern: /^UAT-?(\d{4,5})\b/iu, canonical: 'UAT-$1' }],
    uta: [{ pattern: /^UTA-?(\d{4})\b/iu, canonical: 'UTA$1' }],
    tag: [{ pattern: /^TAG-?(\d{2,3})\b/u, canonical: 'TAG-$1' }],
    itg: [{ pattern: /^ITG-?(\d{2,4})\b/u, canonical: 'ITG$1' }],
    hive: [{ pattern: /^Hive-?(0\d{3})\b/iu, canonical: 'Hive$1' }],
    tg: [{ pattern: /^TG-(\d{4})\b/u, canonical: 'TG-$1' }],
    ctg: [{ pattern: /^CTG-(\d{4})\b/u, canonical: 'TG-$1' }],
    gtg: [{ pattern: /^GTG-(\d{4})\b/u, canonical: 'GTG-$1' }],
    ref: [{ pattern: /^REF(\d{4})\b/u, canonical: 'REF$1' }],
    atk: [{ pattern: /^ATK(\d{1,3})\b/u, canonical: 'ATK$1' }],
    cl: [{ pattern: /^CL-(STA|CRI|UNK)-(\d{4})\b/u, canonical: 'CL-$1-$2' }],
    tgr: [{ pattern: /^TGR-(STA|CRI|UNK)-(\d{4})\b/u, canonical: 'TGR-$1-$2' }],
    larva: [{ pattern: /^Larva-(\d{5,6})\b/iu, canonical: 'Larva-$1' }],
    magecart: [{ pattern: /^Magecart Group (\d{1,2})\b/iu, canonical: 'Magecart Group $1' }],
  }),
);

/**
 * Schemes of words written as one, tried where a word has a capital inside: ThreatRecon (SectorA01), Recorded Future
 * (a colour and a letter of the radio alphabet), Volexity (a tree for the country).
 */
const JOINED_SCHEMES: readonly Scheme[] = [
  { pattern: /^Sector([A-Z])(\d{2})\b/u, canonical: 'Sector$1$2' },
  {
    pattern:
      /^(Red|Blue|Green|Purple|Yellow|White|Black|Gray|Orange)(Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Golf|Hotel|India|Juliett|Kilo|Lima|Mike|November|Oscar|Papa|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Xray|Yankee|Zulu)\b/u,
    canonical: '$1$2',
  },
  { pattern: /^([A-Z][a-z]{2,11})(Bamboo|Cypress|Larch)\b/u, canonical: '$1$2' },
];

/** Far above the longest designator. */
const MAX_LENGTH = 40;

/** Proposes threat actors whose name follows a vendor's scheme of letters and numbers, in the catalogue or not. */
export function findDesignators(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  for (const i of reading.capitals) {
    const isStart = reading.tokens[i]?.glued !== true || reading.tokens[i - 1]?.kind === 'symbol';
    const found = isStart ? readDesignator(reading, i) : null;
    if (found !== null) candidates.push(found);
  }
  return candidates;
}

function readDesignator(reading: Reading, i: number): ActorCandidate | null {
  const schemes = schemesAt(reading.tokens[i]);
  const start = reading.tokens[i]?.start ?? 0;
  if (schemes.length === 0 || /[\p{L}\p{N}_./\\@=-]/u.test(reading.text.charAt(start - 1))) return null;
  const text = reading.text.slice(start, start + MAX_LENGTH);
  for (const { pattern, canonical, hasUnderscore } of schemes) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = tokenEndingAt(reading, i, start + match[0].length);
    if (end === -1) continue;
    const name = match[0].replace(pattern, canonical);
    const rule = 'threat-actor/designator';
    const candidate: ActorCandidate = { first: i, end, kind: 'threat-actor', name, id: null, rule };
    if (hasUnderscore === true || !isTechnical(reading, candidate)) return candidate;
    rejectActor(reading, candidate, 'technical');
  }
  return null;
}

function schemesAt(token: Token | undefined): readonly Scheme[] {
  if (token === undefined) return [];
  return SCHEMES.get(token.key) ?? (token.letterCase === 'mixed' ? JOINED_SCHEMES : []);
}

function tokenEndingAt(reading: Reading, from: number, offset: number): number {
  for (let i = from; i < from + 8; i++) {
    const end = reading.tokens[i]?.end ?? Infinity;
    if (end === offset) return i + 1;
    if (end > offset) return -1;
  }
  return -1;
}
