import type { PersonRole } from './cast.js';

/** What follows a person's name at the first mention, as a pattern between commas. */
export const PERSON_INTRODUCTIONS: Readonly<Record<PersonRole, string>> = {
  spokes: '[a spokesperson for {victim}|who speaks for {victim}|head of communications at {victim}]',
  expert:
    '[a researcher|an analyst|head of research|an incident responder|a threat hunter|who leads investigations] at {vendor}',
  official:
    "[a senior official|deputy director|an adviser|head of operations] at {home}'s [national cyber centre|interior ministry|computer emergency team|data protection authority]",
  minister: "{home}'s [finance|justice|interior|digital affairs|economy] minister",
  envoy: "{other}'s [ambassador|chief negotiator|deputy foreign minister|special envoy]",
  prosecutor: '[a prosecutor|an investigating magistrate|a state attorney] in {city}',
  resident: 'who [runs a bakery|teaches at a school|drives a bus|owns a pharmacy|repairs boats] in {city}',
  analyst: '[an analyst|a fund manager|a credit specialist|head of research] at {partner}',
};
