import type { AlertCard } from '../model/alert.js';

/** What a channel is tried out with: a card that nobody takes for news. */
export const SAMPLE_CARD: AlertCard = {
  kind: 'match',
  rule: 'wirewatch channels test',
  headline: 'A test of this channel: first mention of Example Heron',
  subject: { name: 'Example Heron', kind: 'threat-actor' },
  unverified: true,
  reasons: [
    {
      condition: 'firstMention',
      text: 'never mentioned before; this is only a test',
      evidence: {
        sentence: 'A group calling itself Heron of the Examples has taken nothing from nobody.',
        surface: 'Heron of the Examples',
        resolvedTo: 'Example Heron',
        start: 23,
        end: 44,
        foundBy: 'threat-actor/unverified',
        confidence: 0.8,
      },
    },
  ],
  article: {
    id: '0',
    title: 'An article that was never written',
    url: 'https://news.example/test',
    site: 'News Example',
    publishedAt: null,
  },
  story: null,
  taggerVersion: 'test',
};
