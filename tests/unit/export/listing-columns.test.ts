import { expect, it } from 'vitest';
import { renderCsv } from '../../../src/export/csv.js';
import { ACTOR_COLUMNS, ARTICLE_COLUMNS, MONEY_COLUMNS } from '../../../src/export/listing-columns.js';
import { ACTOR, BARE_ARTICLE, FULL_ARTICLE, SUM } from './listings.js';

it('writes articles', () => {
  expect(renderCsv(ARTICLE_COLUMNS, [FULL_ARTICLE, BARE_ARTICLE]).split('\r\n')).toEqual([
    'id,occurred_at,published_at,title,url,site,source,byline,lang,status,countries,implied_countries,actors,money,summary,section,keywords,image_url,unverified_actors,partial_tags,story_id,reprint_of,also_in',
    '41,2026-03-04T05:06:07.890Z,2026-03-04T05:06:07.890Z,"Lazarus & friends: ""$1.5 <billion> heist""",' +
      'https://news.example/2026/heist?a=1&b=2,Example News,Example feed,"Mary O\'Neil, José Ruiz",en,tagged,KP; US,AE,' +
      'Lazarus Group; Quiet Heron; Ben Zhou; FBI,' +
      '"USD 1500000000 (theft, at least); EUR 1400000000 (theft, converted); EUR 10-20 (about, per month)",' +
      '"Losses <b>mount</b> & grow,\nthe exchange said.",Markets,crypto; heists,https://news.example/heist.jpg?w=1200,Quiet Heron,false,9,40,3',
    '42,2026-03-03T00:00:00.000Z,,,https://plain.example/post,,,,,tagged,,,,,,,,,,true,,,0',
    '',
  ]);
});

it('writes actors', () => {
  expect(renderCsv(ACTOR_COLUMNS, [ACTOR])).toBe(
    'id,name,kind,aliases,external_id,first_seen_at,articles,mentions,unverified\r\n' +
      '7,Lazarus Group,threat-actor,HIDDEN COBRA; Zinc,G0032,2026-01-02T03:04:05.000Z,3,9,false\r\n',
  );
});

it('writes sums, negative amounts as numbers and formulas disarmed', () => {
  expect(renderCsv(MONEY_COLUMNS, [SUM])).toBe(
    'amount,amount_max,currency,purpose,surface,sentence,occurred_at,article_id,article_title,article_url,approx,bound,per,start,conversion_of\r\n' +
      `-4.50,,USD,fine,'-$4.50,"It paid ""a fine"", -$4.50.",2026-03-04T00:00:00.000Z,41,'@home,https://news.example/fine,true,max,item,20,3\r\n`,
  );
});
