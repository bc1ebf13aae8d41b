import { describe, expect, it } from 'vitest';

import { tagText } from './tag-with.js';

const SENTENCES: readonly [string, string][] = [
  ['ransom', 'The gang demanded a ransom of $4 million.'],
  ['ransom', 'Attackers asked the hospital for $2.5 million in bitcoin to hand over the decryption key.'],
  ['ransom', 'The city paid extortionists €300,000.'],
  ['ransom', 'Negotiators brought the ransomware crew down to $800,000.'],
  ['ransom', 'The school refused the blackmail and did not pay the £50,000.'],
  ['ransom', 'A ransom note asked for 75 BTC.'],
  ['theft', 'Hackers stole $4 million in crypto.'],
  ['theft', 'Thieves siphoned £1.2m from the accounts of pensioners.'],
  ['theft', 'The clerk embezzled $640,000 over nine years.'],
  ['theft', 'Robbers took part in a €6 million heist at the museum.'],
  ['theft', 'The couple laundered $90 million through shell firms.'],
  ['theft', 'Scammers swindled a widow out of $70,000.'],
  ['theft', 'The bridge was drained of $190 million overnight.'],
  ['loss', 'The outage cost the firm $4 million.'],
  ['loss', 'Losses from the storm reached €900 million.'],
  ['loss', 'The carrier lost $45 million in the strike.'],
  ['loss', 'Flood damage was put at $2bn.'],
  ['loss', 'The insurer booked a writedown of CHF 500 million.'],
  ['loss', 'Downtime wiped $12 million off the quarter.'],
  ['loss', 'Cleaning up after the worm cost the council £10 million.'],
  ['fine', 'The regulator fined the bank $4 million.'],
  ['fine', 'It agreed to a settlement of $115 million with the plaintiffs.'],
  ['fine', 'The court ordered restitution of $2.3 million.'],
  ['fine', 'A penalty of €20 million was imposed on the operator.'],
  ['fine', 'He was released on bail of $25,000.'],
  ['fine', 'The jury awarded her $1.5 million in compensation.'],
  ['fine', 'The firm was sued for $80 million.'],
  ['fine', 'The carmaker will pay $1.4bn to settle the case.'],
  ['funding', 'The startup raised $4 million.'],
  ['funding', 'Investors led a $60 million round.'],
  ['funding', 'The foundation donated £5 million to the museum.'],
  ['funding', 'A Series B funding of €25m closed on Monday.'],
  ['funding', 'The chipmaker will invest $20 billion in a new plant.'],
  ['funding', 'The university won a $3 million grant.'],
  ['funding', 'The appeal has attracted donations of £90,000.'],
  ['funding', 'Venture capital of $300 million went into the firm.'],
  ['budget', 'The government allocated $4 million for cyber units.'],
  ['budget', 'Parliament passed a budget of €470 billion.'],
  ['budget', 'Washington sent $60 million in military aid.'],
  ['budget', 'Lawmakers approved a $1.9 trillion stimulus package.'],
  ['budget', 'The ministry earmarked 300 million kronor for defence, Sweden said.'],
  ['budget', 'The bailout will cost taxpayers €10 billion.'],
  ['budget', 'Farm subsidies of $9bn were cut.'],
  ['budget', 'The county will spend $2 million on new roads.'],
  ['deal', 'It will acquire the rival for $4 million.'],
  ['deal', 'The $28bn takeover was cleared.'],
  ['deal', 'The navy signed a contract worth $600 million.'],
  ['deal', 'She bought the house for $320,000.'],
  ['deal', 'The painting sold at auction for £11 million.'],
  ['deal', 'The merger values the group at $7bn.'],
  ['deal', 'They agreed the purchase of two jets for €90m.'],
  ['revenue', 'Revenue reached $4 million.'],
  ['revenue', 'Net profit rose to €1.1bn.'],
  ['revenue', 'Tickets are priced at $35.'],
  ['revenue', "The chief executive's salary is $3 million."],
  ['revenue', 'The subscription costs £9.99 a month.'],
  ['revenue', 'Quarterly sales of $81bn beat forecasts.'],
  ['revenue', 'Oil prices rose to $80 a barrel.'],
  ['revenue', 'Admission is $5 for adults.'],
  ['revenue', 'The minimum wage rises to €12 an hour.'],
  ['reward', 'A bounty of $4 million was announced.'],
  ['reward', 'The FBI offers a reward of up to $10 million for information on the hacker.'],
  ['reward', 'The jackpot stood at $90 million.'],
  ['reward', 'Researchers earned bounties of $250,000 for the flaw.'],
  ['reward', 'The winner gets a $50,000 prize.'],
  ['other', 'There is $4 million.'],
  ['other', 'He put $20 on the table.'],
  ['ransom', 'The clinic paid a $5 million ransom in March.'],
];

describe('the purpose of a sum', () => {
  it.each(SENTENCES)('is %s: %s', (purpose, text) => {
    expect(tagText(text).money.map((sum) => sum.purpose)).toEqual([purpose]);
  });

  it('is told for each sum of a sentence', () => {
    const { money } = tagText(
      'After losses of $2 million the firm paid a ransom of $5 million, and a fine of $1 million.',
    );
    expect(money.map(({ purpose }) => purpose)).toEqual(['loss', 'ransom', 'fine']);
  });

  it('is that of the figure which a conversion repeats', () => {
    const { money } = tagText('The crew wants a ransom of 40 bitcoin (about $2 million in price).');
    expect(money.map(({ purpose }) => purpose)).toEqual(['ransom', 'ransom']);
  });
});
