import { describe, expect, it } from 'vitest';
import { offerItem } from '../../../src/pipeline/offer-item.js';
import { sampleItem } from '../../helpers/sample-records.js';

const now = new Date('2026-03-04T12:00:00Z');
const dated = (publishedAt: string) => offerItem(sampleItem({ guid: 'a', publishedAt }), now);

describe('offerItem', () => {
  it('keeps a date that has not come as written, and does not order by it', () => {
    expect(dated('2026-03-06T00:00:00.000Z')).toMatchObject({
      publishedAt: null,
      dateProblem: 'future',
      dateText: '2026-03-06T00:00:00.000Z',
    });
  });

  it('allows for clocks and zones that are wrong by less than a day', () => {
    expect(dated('2026-03-05T11:00:00.000Z')).toMatchObject({
      publishedAt: '2026-03-05T11:00:00.000Z',
      dateProblem: null,
    });
  });

  it('hands on what the parser could not read of a date', () => {
    const item = sampleItem({ guid: 'a', dateProblem: 'unreadable', dateText: 'soon' });
    expect(offerItem(item, now)).toMatchObject({
      publishedAt: null,
      dateProblem: 'unreadable',
      dateText: 'soon',
    });
  });

  it('keeps two items of one moment apart', () => {
    const publishedAt = '2026-03-04T10:00:00.000Z';
    const [one, two] = ['One', 'Two'].map((title) => offerItem(sampleItem({ title, publishedAt }), now));
    expect(one?.identity).not.toBe(two?.identity);
  });
});
