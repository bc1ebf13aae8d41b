import type { AlertCard, AlertEvidence, AlertReason } from '../model/alert.js';
import { plainLine, webAddress } from './plain-line.js';

/** A piece of a line. */
export interface Run {
  readonly text: string;
  /** The words that matched. */
  readonly isMarked?: boolean;
  /** Where a reader can follow it to. */
  readonly href?: string;
}

/** A line of a card: a quote of the article, or a fact about it. */
export interface CardLine {
  readonly kind: 'fact' | 'quote';
  readonly runs: readonly Run[];
}

/** A card in words, for every renderer: what is said is decided here, how it looks there. */
export interface DescribedCard {
  readonly headline: string;
  /** The article. */
  readonly href: string | null;
  readonly lines: readonly CardLine[];
}

const MAX_HEADLINE = 200;
const MAX_FACT = 500;
/** A quote has at most 402 characters beside the mention (`quote-sentence.ts`). */
const MAX_QUOTE = 800;
const MAX_NAME = 120;
const MAX_REASONS = 10;
const MAX_VOICES = 8;

/** The headline of an alert, in one line. */
export function describeHeadline(card: AlertCard): string {
  const isCorrection = card.kind === 'correction' && !/^correction\b/i.test(card.headline);
  const line = plainLine(card.headline, MAX_HEADLINE) || 'Alert';
  const text = `${isCorrection ? 'Correction: ' : ''}${line}`;
  return card.unverified && !/unverified/i.test(text) ? `${text} (unverified)` : text;
}

/** Puts a card into words. All texts are single lines without control characters, and of bounded length. */
export function describeCard(card: AlertCard): DescribedCard {
  const reasons = card.reasons.slice(0, MAX_REASONS).flatMap(describeReason);
  const left = card.reasons.length - MAX_REASONS;
  return {
    headline: describeHeadline(card),
    href: card.article === null ? null : webAddress(card.article.url),
    lines: [
      ...reasons,
      ...(left > 0 ? [fact(`… and ${left} more reasons`)] : []),
      ...describeArticle(card.article),
      ...describeStory(card.story),
      fact(describeOrigin(card)),
    ],
  };
}

function describeReason(reason: AlertReason): CardLine[] {
  const why = fact(`Why: ${plainLine(reason.text, MAX_FACT)}`);
  const { evidence } = reason;
  return evidence === null ? [why] : [why, quote(evidence), fact(describeEvidence(evidence))];
}

function quote(evidence: AlertEvidence): CardLine {
  const sentence = plainLine(evidence.sentence, MAX_QUOTE);
  const surface = plainLine(evidence.surface, MAX_QUOTE);
  const at = surface === '' ? -1 : sentence.indexOf(surface);
  if (at < 0) return { kind: 'quote', runs: [{ text: `“${sentence}”` }] };
  return {
    kind: 'quote',
    runs: [
      { text: `“${sentence.slice(0, at)}` },
      { text: surface, isMarked: true },
      { text: `${sentence.slice(at + surface.length)}”` },
    ],
  };
}

/** "Cozy Bear → APT29 · characters 120–129 · found by …": the alias, where it is one, and what a check needs. */
function describeEvidence(evidence: AlertEvidence): string {
  const surface = plainLine(evidence.surface, MAX_NAME);
  const identity = plainLine(evidence.resolvedTo, MAX_NAME);
  return [
    surface === identity ? identity : `${surface} → ${identity}`,
    `characters ${evidence.start}–${evidence.end}`,
    `found by ${plainLine(evidence.foundBy, MAX_NAME)}, confidence ${Math.round(evidence.confidence * 100)} %`,
  ].join(' · ');
}

function describeArticle(article: AlertCard['article']): CardLine[] {
  if (article === null) return [];
  const href = webAddress(article.url);
  const title = plainLine(article.title ?? article.url, MAX_FACT);
  const about = [
    article.site === null ? null : plainLine(article.site, MAX_NAME),
    article.publishedAt === null ? null : minuteInUtc(article.publishedAt),
  ].filter((part) => part !== null);
  return [
    {
      kind: 'fact',
      runs: [
        { text: 'Article: ' },
        href === null ? { text: title } : { text: title, href },
        { text: about.length === 0 ? '' : ` · ${about.join(' · ')}` },
      ].filter((run) => run.text !== ''),
    },
  ];
}

function describeStory(story: AlertCard['story']): CardLine[] {
  if (story === null) return [];
  const { voices } = story;
  const named = voices.slice(0, MAX_VOICES).map((voice) => plainLine(voice, MAX_NAME));
  const names = [
    ...named,
    ...(voices.length > MAX_VOICES ? [`${voices.length - MAX_VOICES} more`] : []),
  ].join(', ');
  const count = `${countOf(story.articles, 'article')} of ${countOf(voices.length, 'independent publisher')}`;
  const since = `since ${minuteInUtc(story.firstAt)}`;
  return [fact(`Story so far: ${count}${names === '' ? '' : ` (${names})`}, ${since}`)];
}

function describeOrigin(card: AlertCard): string {
  return [
    `Rule: ${plainLine(card.rule, MAX_NAME)}`,
    ...(card.unverified ? ['unverified: no catalogue knows this name'] : []),
    `tagger ${plainLine(card.taggerVersion, 40)}`,
  ].join(' · ');
}

function fact(text: string): CardLine {
  return { kind: 'fact', runs: [{ text }] };
}

/** 1, "article" → "1 article". */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "2026-03-01 08:00 UTC"; what is no date is shown as it is. */
function minuteInUtc(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return plainLine(iso, 40);
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
