import { describe, expect, it } from 'vitest';
import { describeCard } from '../../../src/alerting/describe-card.js';
import { messageTitle } from '../../../src/alerting/message-title.js';
import { renderEmail } from '../../../src/alerting/render-email.js';
import { renderMattermost } from '../../../src/alerting/render-mattermost.js';
import { renderSlack } from '../../../src/alerting/render-slack.js';
import { renderTeams } from '../../../src/alerting/render-teams.js';
import { renderCardText } from '../../../src/alerting/render-text.js';
import type { AlertCard } from '../../../src/model/alert.js';
import { sampleCard } from '../../helpers/sample-records.js';

const ALIAS = sampleCard({
  headline: 'First mention of APT29',
  unverified: true,
  reasons: [
    {
      condition: 'firstMention',
      text: 'first time in 412 days',
      evidence: {
        sentence: 'On Monday Cozy Bear read the mails of a ministry.',
        surface: 'Cozy Bear',
        resolvedTo: 'APT29',
        start: 120,
        end: 129,
        foundBy: 'threat-actor/catalogue',
        confidence: 0.9,
      },
    },
    { condition: 'corroboration', text: 'said by 2 independent publishers', evidence: null },
  ],
  story: {
    id: '4',
    articles: 3,
    voices: ['news.example', 'wire.example'],
    firstAt: '2026-03-01T07:00:00.000Z',
  },
});

/** Everything that receivers read as more than text. */
const EVIL =
  '<script>@channel</script> <!channel> [x](javascript:1) ![i](http://e.example/i.png) *b* _i_ ~s~ `c` &amp; "q" \'a\' {{x}} \r\nBcc: all@e.example \u202e';

const HOSTILE = sampleCard({
  headline: EVIL,
  rule: EVIL,
  reasons: [
    {
      condition: 'topic',
      text: EVIL,
      evidence: {
        sentence: `Say ${EVIL} now`,
        surface: '<script>',
        resolvedTo: EVIL,
        start: 0,
        end: 8,
        foundBy: EVIL,
        confidence: 1,
      },
    },
  ],
  article: { id: '1', title: EVIL, url: 'javascript:alert(1)', site: EVIL, publishedAt: EVIL },
  story: { id: '1', articles: 2, voices: [EVIL], firstAt: EVIL },
  taggerVersion: EVIL,
});

const many = (count: number): AlertCard[] =>
  Array.from({ length: count }, (_, index) => sampleCard({ headline: `First mention of Group ${index}` }));

describe('a card in words', () => {
  it('says all that a reader needs to judge it', () => {
    expect(renderCardText(ALIAS)).toBe(
      [
        'First mention of APT29 (unverified)',
        '  Why: first time in 412 days',
        '    “On Monday *Cozy Bear* read the mails of a ministry.”',
        '  Cozy Bear → APT29 · characters 120–129 · found by threat-actor/catalogue, confidence 90 %',
        '  Why: said by 2 independent publishers',
        '  Article: Plans of a dam stolen <https://news.example/dam> · News Example · 2026-03-01 08:00 UTC',
        '  Story so far: 3 articles of 2 independent publishers (news.example, wire.example), since 2026-03-01 07:00 UTC',
        '  Rule: new groups · unverified: no catalogue knows this name · tagger 1',
      ].join('\n'),
    );
  });

  it('quotes as it is what does not hold the words', () => {
    const card = sampleCard({
      reasons: [{ condition: 'x', text: 'y', evidence: { ...evidence(), surface: 'elsewhere' } }],
    });
    expect(describeCard(card).lines[1]?.runs).toEqual([{ text: `“${evidence().sentence}”` }]);
  });

  it('needs no article and no story', () => {
    const { href, lines } = describeCard(sampleCard({ article: null, story: null, reasons: [] }));
    expect(href).toBeNull();
    expect(lines).toHaveLength(1);
  });

  it('has bounded length, whatever is in the card', () => {
    const long = 'x'.repeat(1_000_000);
    const card = sampleCard({
      headline: long,
      rule: long,
      reasons: Array.from({ length: 1_000 }, () => ({
        condition: 'x',
        text: long,
        evidence: { ...evidence(), sentence: long },
      })),
      article: { id: '1', title: long, url: `https://a.example/${long}`, site: long, publishedAt: long },
      story: { id: '1', articles: 1, voices: Array.from({ length: 1_000 }, () => long), firstAt: long },
      taggerVersion: long,
    });
    expect(renderCardText(card).length).toBeLessThan(20_000);
    expect(renderCardText(card)).toContain('… and 990 more reasons');
  });

  it('calls a correction one', () => {
    expect(messageTitle([sampleCard({ kind: 'correction', headline: '$4.8 million' })])).toBe(
      'Correction: $4.8 million',
    );
    expect(messageTitle([sampleCard({ kind: 'correction', headline: 'Correction: $4.8 million' })])).toBe(
      'Correction: $4.8 million',
    );
  });
});

describe('the title of a bundle', () => {
  it('says how many and what', () => {
    expect(messageTitle(many(2))).toBe('2 alerts: First mention of Group 0; First mention of Group 1');
    expect(messageTitle(many(7))).toBe(
      '7 alerts: First mention of Group 0; First mention of Group 1; and 5 more',
    );
    expect(messageTitle([...many(2), sampleCard({ kind: 'correction' })])).toContain(
      '3 alerts, 1 correction among them: ',
    );
    expect(messageTitle([HOSTILE, HOSTILE, HOSTILE]).length).toBeLessThanOrEqual(200);
  });
});

describe('a mail', () => {
  it('marks the words in text and HTML, and links the article', () => {
    const { subject, text, html } = renderEmail([ALIAS]);
    expect(subject).toBe('[Wirewatch] First mention of APT29 (unverified)');
    expect(text).toContain('*Cozy Bear*');
    expect(html).toContain(
      '<blockquote>“On Monday <mark>Cozy Bear</mark> read the mails of a ministry.”</blockquote>',
    );
    expect(html).toContain(
      '<a href="https://news.example/dam" rel="noopener noreferrer">Plans of a dam stolen</a>',
    );
  });

  it('escapes everything and loads nothing', () => {
    const { subject, html } = renderEmail([HOSTILE, HOSTILE]);
    expect(subject).not.toMatch(/[\r\n\u202e]/);
    const tags = new Set([...html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, name]) => name));
    expect([...tags].sort()).toEqual(
      ['!doctype', 'blockquote', 'body', 'h1', 'h2', 'head', 'html', 'mark', 'meta', 'p', 'title'].sort(),
    );
    expect(html).not.toMatch(/(?:src|href|url)\s*[=(]/i);
  });
});

interface SlackBody {
  readonly text: string;
  readonly blocks: {
    type: string;
    text?: { type: string; text: string };
    elements?: { type: string; elements: { type: string; text: string; style?: object }[] }[];
  }[];
}

describe('Slack', () => {
  it('gets rich text, in which nothing is markup', () => {
    const body = JSON.parse(renderSlack([ALIAS])) as SlackBody;
    expect(body.blocks[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text: 'First mention of APT29 (unverified)', emoji: false },
    });
    expect(body.blocks[1]?.elements?.[1]).toEqual({
      type: 'rich_text_quote',
      elements: [
        { type: 'text', text: '“On Monday ' },
        { type: 'text', text: 'Cozy Bear', style: { bold: true } },
        { type: 'text', text: ' read the mails of a ministry.”' },
      ],
    });
    expect(JSON.parse(renderSlack([HOSTILE])) as SlackBody).toMatchObject({
      unfurl_links: false,
      unfurl_media: false,
    });
    expect((JSON.parse(renderSlack([HOSTILE])) as SlackBody).text).not.toMatch(/[<>]/);
  });

  it('gets no more than it takes, and how much is left', () => {
    const text = renderSlack(many(150));
    const body = JSON.parse(text) as SlackBody;
    expect(body.blocks.length).toBeLessThanOrEqual(50);
    expect(JSON.stringify(body.blocks).length).toBeLessThan(13_000);
    const shown = body.blocks.filter((block) => block.type === 'rich_text').length - 1;
    expect(text).toContain(`… and ${150 - shown} more`);
    expect(body.blocks.every((block) => (block.text?.text.length ?? 0) <= 150)).toBe(true);
  });
});

describe('Mattermost', () => {
  it('gets an attachment for each alert', () => {
    const body = JSON.parse(renderMattermost([ALIAS])) as {
      text?: string;
      attachments: Record<string, string>[];
    };
    expect(body.text).toBeUndefined();
    expect(body.attachments[0]).toMatchObject({
      fallback: 'First mention of APT29 (unverified)',
      title: 'First mention of APT29 \\(unverified\\)',
      title_link: 'https://news.example/dam',
    });
    expect(body.attachments[0]?.text).toContain('> “On Monday **Cozy Bear** read the mails of a ministry.”');
  });

  it('reads no markup, image or mention in texts', () => {
    const text = renderMattermost([HOSTILE]);
    expect(text).not.toMatch(/@channel|all@e/);
    const [attachment] = (JSON.parse(text) as { attachments: { text: string }[] }).attachments;
    expect(attachment?.text).toContain('\\!\\[i\\]\\(http://e.example/i.png\\)');
    // A quote begins a line of ours only.
    expect(attachment?.text.split('\n').filter((line) => line.startsWith('>'))).toHaveLength(1);
  });

  it('gets no more than a post may hold', () => {
    const body = renderMattermost(many(150));
    expect(body.length).toBeLessThan(16_383);
    expect(body).toMatch(/150 alerts.*and \d+ more/);
  });
});

describe('Teams', () => {
  it('gets an adaptive card of runs, in which nothing is markup', () => {
    const body = JSON.parse(renderTeams([ALIAS])) as {
      type: string;
      attachments: {
        contentType: string;
        content: { type: string; version: string; body: { items: object[] }[] };
      }[];
    };
    expect(body.type).toBe('message');
    const [attachment] = body.attachments;
    expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(attachment?.content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
    expect(attachment?.content.body[0]?.items[0]).toEqual({
      type: 'RichTextBlock',
      inlines: [
        {
          type: 'TextRun',
          text: 'First mention of APT29 (unverified)',
          size: 'Medium',
          weight: 'Bolder',
          selectAction: { type: 'Action.OpenUrl', url: 'https://news.example/dam' },
        },
      ],
    });
    expect(renderTeams([HOSTILE])).not.toContain('"TextBlock"');
    expect(renderTeams([HOSTILE])).not.toContain('javascript:alert');
  });

  it('gets no more than 28 KB', () => {
    const wide = many(100).map((card) => ({ ...card, headline: '消息'.repeat(80) }));
    const body = renderTeams(wide);
    expect(Buffer.byteLength(body)).toBeLessThan(21_000);
    expect(body).toMatch(/… and \d+ more/);
  });
});

function evidence() {
  return {
    sentence: 'Quiet Heron stole plans.',
    surface: 'Quiet Heron',
    resolvedTo: 'Quiet Heron',
    start: 0,
    end: 11,
    foundBy: 'x',
    confidence: 1,
  };
}
