/** News agencies by the family of their own site, and how reports that others print name them. */
const WIRES: readonly (readonly [family: string, names: string])[] = [
  ['reuters.com', 'Reuters|Thomson Reuters'],
  ['apnews.com', 'AP|(?:The )?Associated Press'],
  ['afp.com', 'AFP|Agence France[- ]Presse'],
  ['upi.com', 'UPI|United Press International'],
  ['bloomberg.com', 'Bloomberg(?: News)?'],
  ['dpa.com', 'dpa|Deutsche Presse-Agentur'],
  ['efe.com', '(?:Agencia )?EFE'],
  ['ansa.it', 'ANSA'],
  ['kyodonews.net', 'Kyodo(?: News)?'],
  ['yna.co.kr', 'Yonhap(?: News(?: Agency)?)?'],
  ['tass.com', 'TASS'],
  ['interfax.com', 'Interfax(?:-Ukraine)?'],
  ['xinhuanet.com', 'Xinhua(?: News Agency)?'],
  ['aa.com.tr', 'Anadolu(?: Agency)?'],
  ['ptinews.com', 'PTI|Press Trust of India'],
  ['aninews.in', 'ANI'],
  ['ians.in', 'IANS'],
  ['pressassociation.com', 'PA Media|Press Association'],
  ['thecanadianpress.com', '(?:The )?Canadian Press'],
  ['aap.com.au', 'AAP|Australian Associated Press'],
  ['apa.at', 'APA'],
  ['keystone-sda.ch', '(?:Keystone-)?SDA|sda'],
  ['ritzau.dk', 'Ritzau'],
  ['ntb.no', 'NTB'],
  ['tt.se', 'TT'],
  ['belga.be', 'Belga'],
  ['anp.nl', 'ANP'],
  ['pap.pl', 'PAP'],
  ['ukrinform.net', 'Ukrinform'],
];

/** So many UTF-16 units at the beginning and the end of a text are looked at: credits stand nowhere else. */
const EDGE_LENGTH = 200;

interface WirePatterns {
  readonly family: string;
  readonly byline: RegExp;
  readonly opening: RegExp;
  readonly closing: RegExp;
}

// The dateline "LONDON (Reuters) - ", "PARIS, May 3 (AFP) —", or "(AP) —" and "Reuters — " at the very beginning;
// "(Reporting by …)" is no credit, but "© 2026 AFP", "— AP" and "(Reuters)" alone in the last line are.
const PATTERNS: readonly WirePatterns[] = WIRES.map(([family, names]) => ({
  family,
  byline: new RegExp(`(?:^|[\\s,;/(|·—–-])(?:${names})(?:$|[\\s,;/)|·—–-])`, 'u'),
  opening: new RegExp(
    `^(?:[^\\n.!?]{0,60}?\\((?:${names})\\)|(?:[\\p{Lu}][\\p{Lu} ,.'-]{2,40}[—–-]\\s*)?(?:${names}))\\s*[—–:-]`,
    'u',
  ),
  closing: new RegExp(
    `(?:^|\\n)\\s*(?:(?:©|\\(c\\)|[Cc]opyright)\\s*(?:\\d{4}\\s*)?|(?:[Ss]ource|[Cc]redit)\\s*:\\s*|[—–-]{1,2}\\s*|\\()(?:${names})\\)?\\.?\\s*$`,
    'u',
  ),
}));

/**
 * The news agency whose report a text is, as its byline, its dateline or its last line says: "(Reuters)", "AP —",
 * "© 2026 AFP".
 *
 * @param article - its byline as written, and its text
 * @returns the family of the agency's own site; null when none is credited
 */
export function wireCredit({ byline, text }: { byline: string | null; text: string }): string | null {
  const opening = text.slice(0, EDGE_LENGTH);
  const closing = text.slice(-EDGE_LENGTH);
  const found = PATTERNS.find(
    (wire) =>
      (byline !== null && wire.byline.test(byline.slice(0, EDGE_LENGTH))) ||
      wire.opening.test(opening) ||
      wire.closing.test(closing),
  );
  return found?.family ?? null;
}
