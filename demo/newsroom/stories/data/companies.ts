/** First words of invented companies. */
export const COMPANY_STEMS: readonly string[] = (
  'Aldermoor Brightwater Caldera Drummond Eastbrook Fernhollow Galvane Halvorn Ironvale Juniper Kestrelton ' +
  'Lanternway Marrowby Northgate Ostermere Pinecrest Quillon Ravensworth Silverlea Tarnbrook Umberfield Vellacourt ' +
  'Westmarch Yarrowdale Zephyrine Arborelle Bastionne Corvanta Deltamere Embervale Fjordane Greywick Hollowell ' +
  'Isenbrook Kaldane Lumenor Meridane Novarro Orrindale Palverton'
).split(' ');

/** What the companies do, as the second word of their names. */
export const COMPANY_TRADES: readonly string[] = [
  'Logistics',
  'Health',
  'Energy',
  'Foods',
  'Airways',
  'Insurance',
  'Shipping',
  'Pharma',
  'Retail',
  'Motors',
  'Steel',
  'Chemicals',
  'Telecom',
  'Water',
  'Holdings',
  'Industries',
];

/** First words of invented security firms. */
export const SECURITY_STEMS: readonly string[] =
  'Greyfinch Palisade Threadneck Cobaltine Nightjar Stonewarden Keyhollow Sablepoint Truewick Harrowgate'.split(
    ' ',
  );

export const SECURITY_TRADES: readonly string[] = [
  'Labs',
  'Security',
  'Cyber',
  'Threat Research',
  'Forensics',
];
