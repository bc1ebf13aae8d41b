import { rejectName } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import { isFamilyName } from './name-lexicon.js';
import { extendWithLinks, isPlainWord, readRun } from './organisation-runs.js';
import type { RunContext } from './organisation-runs.js';
import { proposeOrganisation } from './organisations.js';
import { isTitle } from './person-names.js';
import { hasCueNear, isTaken, isTechnical } from './reading.js';
import type { TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';
import { addPhrase, createTokenTrie, findPhrases } from './token-trie.js';
import { isAllCaps } from './tokenise.js';

const MEMBER_NOUNS: ReadonlySet<string> = new Set(words.memberNouns);
const NOT_ACRONYMS: ReadonlySet<string> = new Set(words.notAcronyms);
const HEADS: ReadonlySet<string> = new Set([...words.suffixHeads, ...words.ofHeads]);

/** "Non", "Ex": half of a word with a hyphen. */
const HALF_WORD = /^(?:Non|Ex|Pro|Anti|Pre|Post|Co|Vice|Mid|Self|Inter)$/;
/** "Tibetan", "Kurdish": of what people, not of what organisation. */
const ADJECTIVE = /(?:an|ese|ish|ic)$/;
const POLITICAL_WORDS: ReadonlySet<string> = new Set(words.politicalWords);
const MALWARE_WORDS: ReadonlySet<string> = new Set(words.malwareWords);

/** How near a word about malware must stand to spoil the name of an organisation. */
const MALWARE_REACH = { before: 6, after: 6 } as const;
const PHRASES = createPhrases();

function createPhrases(): ReturnType<typeof createTokenTrie<true>> {
  const trie = createTokenTrie<true>();
  for (const phrase of words.memberPhrases) addPhrase(trie, phrase, true);
  return trie;
}

/**
 * Proposes names without a word of their own that are known by their people: "a member of Zetra", "the Blue Dawn
 * party", "Osprey Holm executives".
 *
 * @param taken - 1 for tokens of other names: actors, persons, countries and places
 */
export function findOrganisationsByMembers(context: RunContext, taken: Uint8Array): ActorCandidate[] {
  const { reading } = context;
  const candidates: ActorCandidate[] = [];
  const accept = (range: TokenRange | null): void => {
    if (range === null || isTaken(taken, range)) return;
    const objection = objectionTo(context, range);
    if (objection !== null) rejectName(reading, range, 'organisation', objection);
    else candidates.push(proposeOrganisation(reading, range, 'organisation/members'));
  };
  for (const { end } of findPhrases(PHRASES, reading.tokens)) {
    const article = reading.tokens[end]?.key === 'the' ? 1 : 0;
    const run = reading.tokens[end]?.opensLine === true ? null : readRun(context, end + article);
    accept(run === null ? null : extendWithLinks(context, run));
  }
  let i = 0;
  while (i < reading.tokens.length) {
    const run = readRun(context, i);
    const noun = run === null ? undefined : reading.tokens[run.end];
    if (run !== null && noun?.opensLine === false && MEMBER_NOUNS.has(noun.key)) accept(run);
    i = run?.end ?? i + 1;
  }
  return candidates;
}

// One word must be no word of the dictionary, no adjective and nobody's name ("Likud"); several are given more trust.
function objectionTo(context: RunContext, range: TokenRange): RejectionReason | null {
  const { lexicon, reading } = context;
  const first = reading.tokens[range.first];
  if (isTechnical(reading, range)) return 'technical';
  if (first === undefined || first.text.length < 2 || NOT_ACRONYMS.has(first.text))
    return 'known-abbreviation';
  if (hasCueNear(reading, range, MALWARE_WORDS, MALWARE_REACH)) return 'malware-near';
  const mayBePerson = lexicon.firstNames.has(first.key);
  if (range.end - range.first > 1)
    return mayBePerson ? 'may-be-person' : isAllPlain(context, range) ? 'plain-word' : null;
  if (HEADS.has(first.key) || isTitle(first.key) || isPlainWord(context, range.first)) return 'plain-word';
  if (isAllCaps(first)) return null;
  if (HALF_WORD.test(first.text) || ADJECTIVE.test(first.key)) return 'plain-word';
  if (/\p{Ll}\p{Lu}/u.test(first.text)) return 'inner-capital';
  return mayBePerson || isFamilyName(lexicon, first.key) ? 'may-be-person' : null;
}

// "Director of Threat Research"; words of politics are plain and name parties.
function isAllPlain(context: RunContext, { first, end }: TokenRange): boolean {
  for (let i = first; i < end; i++) {
    if (!isPlainWord(context, i) || POLITICAL_WORDS.has(context.reading.tokens[i]?.key ?? '')) return false;
  }
  return true;
}
