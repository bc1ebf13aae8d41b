import { describe, expect, it } from 'vitest';

import { actorsIn } from './tag-with.js';

const organisations = (text: string): string[] => actorsIn(text, 'organisation');

describe('organisations', () => {
  it.each([
    ['well known', 'ASEAN, NATO and the EU met.', ['ASEAN', 'NATO', 'EU→European Union']],
    [
      'with a legal form',
      'Bluewater Dynamics Inc. and Osprey Freight Ltd',
      ['Bluewater Dynamics Inc.', 'Osprey Freight Ltd'],
    ],
    [
      'ministries',
      'The Ministry of Fisheries, Forests and Trade paid.',
      ['Ministry of Fisheries, Forests and Trade'],
    ],
    ['universities', 'A team of the University of Tromsø wrote it.', ['University of Tromsø']],
    ['parties', 'The Free Harbour Party won.', ['Free Harbour Party']],
    ['named by their trade', 'Security firm Gristle found it.', ['Gristle']],
    ['governments', 'The Chilean government paid.', ['Chilean government']],
    ['with a double legal form', 'Harbin Crane Co., Ltd. paid.', ['Harbin Crane Co., Ltd.']],
    ['with a double name', 'The Peace and Harvest Party won.', ['Peace and Harvest Party']],
    [
      'with two links',
      'The National Movement for Order and Progress of Chile met.',
      ['National Movement for Order and Progress of Chile'],
    ],
    [
      'side by side',
      'The University of Tromsø and University of Bergen',
      ['University of Tromsø', 'University of Bergen'],
    ],
    [
      'of another',
      'He left the Executive Committee of the Tide Trust Foundation.',
      ['Executive Committee', 'Tide Trust Foundation'],
    ],
    ['led by somebody', 'The Harvest Party of Maria Oyelaran lost.', ['Harvest Party']],
    ['without the office', 'Then Harvest Party President Maria Oyelaran left us.', ['Harvest Party']],
    ['with a country', 'The Harvest Party of Chile Coalition lost.', ['Harvest Party of Chile']],
    ['with initials', 'The John M. Quarrel Foundation paid.', ['John M. Quarrel Foundation']],
    ['opened by a country', 'The New Zealand Harvest Party won.', ['New Zealand Harvest Party']],
    ['opened by a small word', 'The New Harvest Party won.', ['New Harvest Party']],
    ['in other languages', 'Then Partido Nuevo Rumbo won.', ['Partido Nuevo Rumbo']],
    ['courts', 'The Ravel County Superior Court ruled.', ['Ravel County Superior Court']],
    ['campuses', 'He left Westmere University Leeds.', ['Westmere University Leeds']],
    ['by members', 'A member of Zetrava spoke.', ['Zetrava']],
    ['by leaders', 'The Nova Zetra leader spoke.', ['Nova Zetra']],
    ['by acronym and party', 'The ZKQ won nine seats.', ['ZKQ']],
    ['by acronym and speech', 'Later ZKQ officials left.', ['ZKQ']],
    [
      'in lists',
      'The Harvest Party, Nova Zetra and the Tide Movement met.',
      ['Harvest Party', 'Nova Zetra', 'Tide Movement'],
    ],
  ])('are found: %s', (_, text, expected) => {
    expect(organisations(text)).toEqual(expected);
  });

  it('joins an acronym to the name that the text explains it by', () => {
    const text = 'The Coastal Ferry Authority (CFA) paid. The CFA said so.';
    const short = 'CFA→Coastal Ferry Authority';
    expect(organisations(text)).toEqual(['Coastal Ferry Authority', short, short]);
  });

  it('joins other names that stand in brackets', () => {
    expect(
      organisations('The Harvest Party (Nova Zemlja, since 1990) won. Nova Zemlja thanked all.'),
    ).toEqual(['Harvest Party', 'Nova Zemlja→Harvest Party', 'Nova Zemlja→Harvest Party']);
    expect(organisations('The party Popular Choice (PopCh) won seats.')).toEqual([
      'Popular Choice',
      'PopCh→Popular Choice',
    ]);
  });

  it('are named in headlines by a strong head only', () => {
    expect(organisations('Harvest Party Gains Seats in Northern Towns')).toEqual(['Harvest Party']);
    expect(organisations('Sample Targeting Big Chemical Company Is Found')).toEqual([]);
  });

  it('are the firm alone where its product or team follows', () => {
    expect(organisations('Then Microsoft Office crashed.')).toEqual(['Microsoft']);
    expect(organisations('Later Zscaler ThreatLabz found it.')).toEqual(['Zscaler']);
  });

  it('end where another name begins', () => {
    expect(organisations('The Harvest Party of Chile, Nova Zetra and others met.')).toContain(
      'Harvest Party of Chile',
    );
    expect(organisations('He sat in the Bremark Assembly for the Harbour Coast.')).toEqual([
      'Bremark Assembly',
    ]);
    expect(organisations('Later the Law Society of England and Wales met.')).toEqual([
      'Law Society of England and Wales',
    ]);
    expect(organisations('It joined the Overseas Crane Corporation.')).toEqual([
      'Overseas Crane Corporation',
    ]);
  });

  it('are not made of products in a list', () => {
    expect(organisations('The Harvest Party, Torch Browser and Foxwing met.')).toEqual(['Harvest Party']);
  });

  it('finds again what was known by the words beside it', () => {
    expect(organisations('Zetrava Holm Ltd paid. Later Zetrava Holm sold it.')).toEqual([
      'Zetrava Holm Ltd',
      'Zetrava Holm→Zetrava Holm Ltd',
    ]);
  });

  it.each([
    'The URL loads a DLL over HTTP.',
    'Government agencies were hit.',
    'They met at the open house on Monday.',
    'They live in Elkview Court.',
    'How Cloud App Security Can Protect Your Company',
    'D3 AB and F0 DD are bytes.',
    'The Remote Desktop Service and Windows Registry fail.',
    'The TV candidates and LGBT voters met.',
    'The Kurdish leader and the Christmas party',
    'The malware group delivers Zetrava members.',
  ])('are not in: %s', (text) => {
    expect(organisations(text)).toEqual([]);
  });
});
