import type { Random } from '../random.js';
import { COMPANY_STEMS, COMPANY_TRADES } from '../stories/data/companies.js';
import { COUNTRIES } from '../stories/data/countries.js';
import { PERSON_NAMES } from '../stories/data/person-names.js';
import { THREAT_ACTORS } from '../stories/data/threat-actors.js';
import type { Report } from './tell-event.js';

/**
 * Reports that machines and busy desks fill in: every event of a kind in the same words. Slots: `{company}`, `{person}`,
 * `{place}`, `{country}`, `{group}`, `{figure:2-90}`, `{decimal:3-7}`; the same slot with the same number behind it
 * (`{company#2}`) is the same thing.
 */
const FORMS: readonly (Report & { readonly name: string })[] = [
  {
    name: 'earthquake',
    title: 'Magnitude {decimal:3-6} earthquake strikes near {place}, {country}',
    body: 'A magnitude {decimal:3-6} earthquake struck {figure:3-90} kilometres from {place}, {country}, at {figure:0-23}:{figure#2:10-59} local time, according to the seismological service.\n\nThe quake struck at a depth of {decimal#2:5-95} kilometres. It was felt in {place#2} and {place#3}, where {figure#3:120-9000} people reported shaking. There were no immediate reports of damage or injuries.\n\nEarthquakes of this size are often felt but rarely cause damage. In the past ten days there have been {figure#4:2-40} earthquakes of magnitude 3.0 or greater centred nearby. This report was written from data of the seismological service by a program.',
  },
  {
    name: 'earnings',
    title: '{company}: Q{figure:1-4} earnings snapshot',
    body: '{company} on {weekday} reported profit of ${decimal:11-990} million in its latest quarter.\n\nThe {place}-based company said it had net income of {figure#2:11-98} cents per share. Earnings, adjusted for one-time gains and costs, came to {figure#3:11-98} cents per share.\n\nThe company posted revenue of ${decimal#2:200-4900} million in the period. For the current quarter, {company} expects its revenue in the range of ${decimal#3:200-2400} million to ${decimal#4:2500-4900} million.\n\nShares of the company have risen {figure#4:2-40} percent since the beginning of the year, while the broader market has climbed {figure#5:2-20} percent. This story was generated from data of a research firm.',
  },
  {
    name: 'court',
    title: '{place} man charged with fraud, prosecutors say',
    body: '{person}, {figure:21-72}, of {place}, {country}, was charged on {weekday} with {figure#2:2-30} counts of wire fraud and one count of conspiracy, the prosecutor’s office said in a statement.\n\nAccording to court documents, {person} and others caused losses of more than ${figure#3:110-990},000 to {figure#4:12-400} victims between March 2019 and {figure#5:2-28} June 2024. If convicted, the defendant faces a maximum penalty of {figure#6:5-30} years in prison.\n\nThe case is being investigated by {person#2} of the {place#2} field office and prosecuted by {person#3}. An indictment is merely an allegation, and all defendants are presumed innocent until proven guilty beyond a reasonable doubt in a court of law.',
  },
  {
    name: 'leak-site',
    title: '{group} claims attack on {company}',
    body: 'The ransomware group {group} has listed {company}, of {place}, {country}, on its leak site, claiming to have stolen {figure:20-990} GB of data.\n\nThe listing, which appeared on {weekday}, says that the files include contracts, passports and financial records of {figure#2:1100-9900} employees. The group set a deadline of {figure#3:4-15} days and asks for ${decimal:1-9} million.\n\n{company}, which has revenue of ${figure#4:12-900} million, has not confirmed the attack and did not respond to a request for comment. Claims of such groups are often exaggerated and cannot be verified independently. {group} has listed {figure#5:30-300} organisations this year.',
  },
  {
    name: 'market-close',
    title: '{place} shares close {decimal:1-3} percent higher',
    body: 'Shares in {place} closed higher on {weekday}, with the main index gaining {decimal:1-3} percent to finish at {figure:3000-9900}.{figure#2:10-99} points.\n\n{company} led the advance with a gain of {decimal#2:4-9} percent, followed by {company#2}, up {decimal#3:2-4} percent. {company#3} fell {decimal#4:1-6} percent, the largest decline of the day.\n\nVolume stood at {figure#3:110-990} million shares. Rising stocks outnumbered declining ones by {figure#4:210-990} to {figure#5:30-200}, and {figure#6:11-60} ended unchanged. The currency was {decimal#5:1-9} percent firmer against the dollar.',
  },
  {
    name: 'vulnerability',
    title: 'Flaw in {company} gateway exploited, agency warns',
    body: 'A vulnerability in the remote access gateway of {company}, tracked as CVE-2026-{figure:10000-48999}, is being exploited in attacks, the national cyber agency warned on {weekday}.\n\nThe flaw has a severity score of {decimal:7-9} and affects versions before {figure#2:11-98}.{figure#3:2-40}. Researchers at {company#2} counted {figure#4:900-48000} exposed systems, most of them in {country}, and traced {figure#5:4-60} intrusions to it.\n\nAdministrators are advised to update at once and to look for signs of compromise. Agencies must apply the update by {figure#6:2-28} June. The vendor did not respond to a request for comment.',
  },
];

/** How many kinds of such reports there are. */
export const ROBOT_FORMS = FORMS.length;

/**
 * Fills a form in.
 *
 * @param form - 0 to `ROBOT_FORMS` − 1
 * @param random - draws what happened
 */
export function fillRobotReport(form: number, random: Random, weekday: string): Report {
  const chosen = FORMS[form];
  if (chosen === undefined) throw new RangeError(`there is no form ${form}: give 0 to ${FORMS.length - 1}`);
  const facts = new Map<string, string>();
  const fill = (pattern: string): string =>
    pattern.replace(
      /\{(\w+)(#\d)?(?::(\d+)-(\d+))?\}/g,
      (_, slot: string, number = '', min = '0', max = '0') => {
        const key = `${slot}${number}`;
        const known = facts.get(key) ?? draw(slot, Number(min), Number(max));
        facts.set(key, known);
        return known;
      },
    );
  const draw = (slot: string, min: number, max: number): string => {
    switch (slot) {
      case 'company':
        return `${random.pick(COMPANY_STEMS)} ${random.pick(COMPANY_TRADES)}`;
      case 'person':
        return `${random.pick(PERSON_NAMES.english.given)} ${random.pick(PERSON_NAMES.english.family)}`;
      case 'country':
        return random.pick(random.pick(COUNTRIES).names);
      case 'place':
        return random.pick(random.pick(COUNTRIES).cities);
      case 'group':
        return random.pick(THREAT_ACTORS).name;
      case 'weekday':
        return weekday;
      case 'decimal':
        return `${random.between(min, max)}.${random.between(1, 9)}`;
      default:
        return String(random.between(min, max));
    }
  };
  const body = fill(chosen.body);
  return { title: fill(chosen.title), body };
}
