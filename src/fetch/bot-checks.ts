/** What gives a page away that stands between a reader and the content. Everything named must hold. */
export interface BotCheckSign {
  /** An answer's header, name in lower case. */
  readonly header?: readonly [name: string, value: RegExp];
  /** The page's title, references resolved and white space collapsed. */
  readonly title?: RegExp;
  /** Patterns in the markup: all of them. */
  readonly markup?: readonly RegExp[];
  /** Only for an answer that is a refusal already (400 and above). */
  readonly onRefusal?: true;
}

/** A service that checks for bots, and how its pages are told. */
export interface BotCheck {
  readonly vendor: string;
  /** Documentation of the check where the vendor publishes it, else the vendor, whose pages show these signs. */
  readonly source: string;
  readonly signs: readonly BotCheckSign[];
}

/**
 * Every sign is one that no feed and no ordinary page carries: a header made for the purpose, or the exact title or
 * frame of the vendor's page together with its script. Scripts alone are not enough: vendors put them into ordinary
 * pages as well.
 */
export const BOT_CHECKS: readonly BotCheck[] = [
  {
    vendor: 'Cloudflare',
    source:
      'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    signs: [
      { header: ['cf-mitigated', /^challenge$/i] },
      { header: ['server', /^cloudflare/i], title: /^just a moment(?:\.{3}|…)$/i },
      {
        title: /^just a moment(?:\.{3}|…)$/i,
        markup: [/_cf_chl_opt|\/cdn-cgi\/challenge-platform\/|cf-browser-verification/],
      },
      { title: /^(?:attention required!|please wait\.{3}) \| cloudflare$/i },
      { title: /^access denied \| \S{1,200} used cloudflare to restrict access$/i },
    ],
  },
  {
    vendor: 'DataDome',
    source: 'https://docs.datadome.co/reference/validate-request',
    signs: [
      { header: ['x-datadome', /./], onRefusal: true },
      { header: ['x-dd-b', /./], onRefusal: true },
      { markup: [/<script[^>]{0,200}>\s{0,20}var dd\s?=\s?\{/, /\.captcha-delivery\.com\//] },
    ],
  },
  {
    vendor: 'Imperva',
    source: 'https://www.imperva.com',
    signs: [
      { markup: [/<iframe\b[^>]{0,200}\bid="main-iframe"[^>]{0,50}\bsrc="\/_Incapsula_Resource\?/i] },
      { markup: [/Request unsuccessful\. Incapsula incident ID: \d/] },
      { title: /^pardon our interruption(?:\.{3}|…)?$/i },
    ],
  },
  {
    vendor: 'Akamai',
    source: 'https://techdocs.akamai.com/application-security/reference/get-challenge-action',
    signs: [
      {
        title: /^access denied$/i,
        markup: [
          /\/\/errors(?:&#46;|\.)edgesuite(?:&#46;|\.)net|Reference(?:&#32;|\s)(?:&#35;|#)\d{1,3}(?:&#46;|\.)[\da-f]{4}/i,
        ],
      },
      { markup: [/<iframe\b/i, /\bsrc="\/_sec\/cp_challenge\//] },
      { markup: [/\bid="sec-(?:if-)?cpt-/, /\/_sec\/cp_challenge\//] },
      { markup: [/<meta http-equiv="refresh" content="\d{1,3}; ?URL='[^'<>]{0,4000}\bbm-verify=/i] },
    ],
  },
  {
    vendor: 'HUMAN (PerimeterX)',
    source: 'https://docs.humansecurity.com/applications/fastly-advanced-blocking-response',
    signs: [
      {
        title: /^access to this page has been denied\.?$/i,
        markup: [/_pxAppId|\bid="px-captcha|\.px-(?:cdn|cloud|client)\.net\//],
      },
    ],
  },
  {
    vendor: 'AWS WAF',
    source: 'https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-actions.html',
    signs: [
      { header: ['x-amzn-waf-action', /^(?:challenge|captcha)$/i] },
      { markup: [/\bwindow\.gokuProps\s?=/, /\.awswaf\.com\//] },
    ],
  },
  {
    vendor: 'Sucuri',
    source: 'https://docs.sucuri.net/website-firewall/',
    signs: [
      { title: /^sucuri website firewall - /i },
      { title: /^you are being redirected\.{3}$/i, markup: [/sucuri_cloudproxy_js/] },
    ],
  },
  {
    vendor: 'DDoS-Guard',
    source: 'https://ddos-guard.net',
    signs: [{ title: /^ddos-guard$/i, markup: [/ddos-guard/i, /<script\b/i] }],
  },
  {
    vendor: 'Anubis',
    source: 'https://github.com/TecharoHQ/anubis',
    signs: [{ title: /^making sure you['’]re not a bot!$/i, markup: [/anubis/i, /<script\b/i] }],
  },
  {
    vendor: 'Vercel',
    source: 'https://vercel.com/docs/security/attack-challenge-mode',
    signs: [
      { header: ['x-vercel-mitigated', /^(?:challenge|deny)$/i] },
      { title: /^vercel security checkpoint$/i },
    ],
  },
];
