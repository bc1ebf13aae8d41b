import { expect, it } from 'vitest';
import { matchRules } from '../../../src/alerting/match-rules.js';
import { renderTerminalCard } from '../../../src/alerting/render-terminal-card.js';
import type { AlertCard } from '../../../src/model/alert.js';
import { sampleRule } from '../../helpers/sample-records.js';
import { sampleEvent } from './sample-event.js';

function sampleCard(): AlertCard {
  const [draft] = matchRules([sampleRule()], sampleEvent());
  if (draft === undefined) throw new Error('the sample rule does not match');
  return draft.card;
}

it('prints what a reader needs to judge an alert', () => {
  expect(renderTerminalCard({ ...sampleCard(), unverified: true })).toBe(
    `First mention of APT29  [threat-actor, unverified: no catalogue knows the name]
  why      never mentioned before, in 412 days of watching  (firstMention)
           “The group Cozy Bear hit the South Korean water board on Monday.”
           “Cozy Bear” → APT29, characters 21–30, found by threat-actor/catalogue, 90 % sure
  article  Zero-day and the dam’s plans (News Example, 2026-03-01 08:00)
           https://news.example/dam
  story    1 article of 1 publisher (news.example) since 2026-03-01 08:00
  rule     new groups, tagger version 2`,
  );
});

it('leaves out what there is not', () => {
  const card = sampleCard();
  const text = renderTerminalCard({
    ...card,
    kind: 'correction',
    reasons: [{ condition: 'silence', text: 'nothing new', evidence: null }],
    article: null,
    story: null,
    taggerVersion: '',
  });
  expect(text).toBe(
    'Correction: First mention of APT29  [threat-actor]\n  why      nothing new  (silence)\n  rule     new groups',
  );
});

it('hands a terminal no control characters and no marks that turn text around', () => {
  const card = sampleCard();
  const hostile = 'a\u001b[2Jb\u202ec\nd';
  const text = renderTerminalCard({
    ...card,
    headline: hostile,
    article: card.article && { ...card.article, title: hostile, url: `https://x.example/${hostile}` },
  });
  for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
  expect(text.split('\n')[0]).toBe('a[2Jbc d  [threat-actor]');
});
