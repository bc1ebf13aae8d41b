import { cleanLine } from './clean-text.js';
import { foldText } from './fold-text.js';
import { monthOf } from './month-names.js';

/** Words before a name: "Words by", "Von", "Par". */
const LEADING_WORDS =
  /^(?:(?:written|posted|reported|published|veröffentlicht|authored|text|story|words|reporting|article|analysis|review|interview|recipe)\s)?(?:(?:by|von|par|por|pelo|pela|door|przez|автор|текст|authors?|autor(?:in|en)?|autore|auteur|text|texte|texto|interview|quelle|source)\s?:\s{0,2}|author\s(?=\p{Lu})|(?:by|von|par|por|pelo|pela|door|przez)\s+|(?:by|von)(?=\p{Lu}\p{Ll}))/iu;
/** What follows a name: a date, a role, a place, an invitation. */
const TRAILING_WORDS =
  /\s*(?:[|•·–—(\d]|,?\s(?=(?:senior|staff|chief|deputy|political|business|associate|special|contributing|editors?|reporters?|correspondent|writer|contributor|managing|executive|freelance|co-?founder|founder|ceo|cto|president|director|professor|head of|content marketing|marketing|manager|coordinator|specialist|strategist|cnn|bbc|reuters|afp|usa today|for the|redakteur(?:in)?|journalist(?:in)?)\b)|\s(?=(?:follow|updated|published|posted|last|view|is|was|covers)(?:\s|:|$))|기자).*$/iu;
const ROLE_AT_START =
  /^(?:chief|senior|deputy|managing|executive|co-?founder|founder|head of|vice president)(?:\s|$)/i;
const ROLE_AT_END =
  /\b(?:editor|reporter|correspondent|writer|journalist|columnist|contributor|producer|analyst|redakteur(?:in)?)s?\s*$/i;
/** "MND Staff", "Currency editors": a desk that signs as one. */
const DESK = /^(?:the\s)?[^\s,|•·–—(\d]{2,20}\s(?:staff|editors|team|newsroom|redaktion)$/iu;
/** "politik von Ana Ruiz": the section that the author writes for. */
const SECTION_BEFORE = /^\p{Ll}[\p{L}-]{1,20}\s(?:von|by|par|por)\s(?=\p{Lu})/u;
/** Firms and public bodies publish: what names one is an imprint, not a byline. */
const PUBLISHER =
  /(?:^|\s)(?:gmbh|ag|inc|llc|ltd|plc|s\.?a\.?|media|verlag|holding|group)\.?$|^(?:bundesministerium|ministerium|ministry|minist[eè]re|ministerio)\s|creative commons/iu;
const NAME_BORDER =
  /\s*(?:[,;&+\n]|\s\/\s|\s(?:and|und|et|avec|with|mit|con|com|y|e|og|och|en|ja|и|та|dan)\s)\s*/u;
/** Not people: roles, desks, letters after a name, and what content systems fill in. */
const NO_NAME =
  /^(?:admin\w*|editors?|staff|staff (?:writer|reporter)s?|editorial(?: (?:team|staff))?|(?:die |la )?redaktion|redaction|redazione|redaccion|redacao|redactie|redakcja|redakce|red|authors?|profile|guest(?: post| author)?|contributors?|(?:news|web) ?desk|online|webmaster|user|anonymous|an[oó]nimo|anonym|unknown|no author|none|null|undefined|default|press release|by|desk|(?:the )?team|posts?|facebook|twitter|instagram|linkedin|follow.*|share|email|view (?:all |more )?posts?.*|(?:read|show|see) more.*|more.*|mitarbeiter|gast|root|test|wordpress|n a|agentur(?:en)?|agencies|(?:phd|md|dvm|mph|jr|sr|esq|rn|rdn|ld|ms|ba|ma|cpa|mba)|zvg|text|texte|foto|posted|beitrag|zur .*|quelle.*|source.*|photo.*|image.*|updated.*|comments?.*|subscribe.*|sign .*|published.*|written|january|february|march|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun)$/u;

const MAX_RAW_LENGTH = 300;
const MAX_NAME_LENGTH = 60;
const MAX_NAME_WORDS = 6;
const MAX_NAMES = 12;
/** Two long names joined by "and" have fewer. */
const MAX_UNPARTED_WORDS = 14;

/**
 * Names of people (or desks that sign) out of what pages write where an author belongs: "By Ana Ruiz and Li Wei |
 * Senior Editor, 4 May 2024" gives both names.
 *
 * @param raw - values as written, several names in each
 * @param isForeign - tells names that are no authors here: the site's own
 * @returns names in order, none twice; [] when there is none
 */
export function cleanNames(raw: readonly string[], isForeign: (foldedName: string) => boolean): string[] {
  const names = new Map<string, string>();
  for (const value of raw) {
    if (value.length > MAX_RAW_LENGTH || isAddress(value) || isSentence(value)) continue;
    if (PUBLISHER.test(value.trim()) || isImprint(value, isForeign)) continue;
    const parts = value.split(NAME_BORDER);
    const isJoint = isOutletWithAgency(parts, isForeign);
    for (const part of parts) {
      const name = cleanName(part);
      const folded = foldText(name);
      if (isName(name, folded) && (isJoint || !isForeign(folded)) && !names.has(folded))
        names.set(folded, name);
    }
  }
  return withoutHandles([...names.values()]).slice(0, MAX_NAMES);
}

/** "Harbour Times, Kingston, Jamaica", "Harbour Times Redaktion": the site's name with more than an agency beside it. */
function isImprint(value: string, isForeign: (foldedName: string) => boolean): boolean {
  const [first = '', ...more] = value.split(',');
  return (
    (more.length > 1 && isForeign(foldText(first))) ||
    isForeign(foldText(value.replace(/\s(?:redaktion|online)\s*$/i, '')))
  );
}

/** "Harbour Times with AFP": the outlet signs together with the agency whose text it edited. */
function isOutletWithAgency(parts: readonly string[], isForeign: (foldedName: string) => boolean): boolean {
  const [outlet = '', agency = '', ...more] = parts;
  return more.length === 0 && isForeign(foldText(outlet)) && /^\p{Lu}{2,6}$/u.test(agency.trim());
}

function isAddress(value: string): boolean {
  return /^\s*(?:https?:|\/|@)|www\.|\.com\b|\S\/\S+\//i.test(value);
}

/** A biography, say: many words and nothing to part names. */
function isSentence(value: string): boolean {
  return !/[,;&|\n]/.test(value) && value.split(/\s+/).length > MAX_UNPARTED_WORDS;
}

function cleanName(part: string): string {
  const line = cleanLine(part);
  if (DESK.test(line)) return line;
  const name = line
    .replace(/\S{1,80}@\S{1,80}/g, '')
    .replace(/^[\s\p{P}]+/u, '')
    .replace(LEADING_WORDS, '')
    .replace(SECTION_BEFORE, '')
    .replace(TRAILING_WORDS, '')
    .replace(/^[\s\p{P}]+|[\s,;:|)]+$/gu, '');
  if (ROLE_AT_START.test(line)) return '';
  // Of "Chief Reporter" the rules above leave "Chief".
  if (ROLE_AT_END.test(part) && !name.includes(' ')) return '';
  const lastWord = / (\S+)$/.exec(name)?.[1];
  return lastWord !== undefined && monthOf(lastWord) !== null && lastWord.length > 2
    ? name.slice(0, -lastWord.length).trim()
    : name;
}

function isName(name: string, folded: string): boolean {
  if (name.length < 2 || name.length > MAX_NAME_LENGTH || /[{}<>@=!?]|\.\w{2,3}$/.test(name)) return false;
  if (folded === '' || NO_NAME.test(folded) || !/\p{L}{2}/u.test(name)) return false;
  return folded.split(' ').length <= MAX_NAME_WORDS;
}

/** "jwinger" beside "Jill Winger" is an account. */
function withoutHandles(names: readonly string[]): readonly string[] {
  const full = names.filter((name) => !/^[a-z0-9._-]+$/.test(name));
  return full.length > 0 ? full : names;
}
