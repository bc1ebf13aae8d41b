import { isHeading, type Element } from './dom.js';

/**
 * What class names, ids and roles say about a part of a page. Words are matched whole in the name split at
 * everything that is no letter and at camelCase humps: "articleRelated-links" is "article related links".
 */

/** Never part of an article's text. */
const JUNK_NAME = words(
  // other stories
  'related|recommended|recommendations?|recirc|recirculation',
  '(?:more|other|interesting|further|similar|latest|recent) (?:stories|news|articles|posts)',
  'more (?:from|like|on)|(?:read|see|watch) (?:more|next|also|too)',
  'also read|most (?:read|popular|viewed|shared|commented)|popular (?:posts|articles|stories|news)',
  'trending|outbrain|taboola|zergnet|revcontent|mgid|nrelate|you may|further reading|yarpp',
  'jp relatedposts|up next|next (?:post|article|story)',
  // sharing and sign-up
  'shares?|sharing|sharer|sharedaddy|sharebar|social|socials|addthis|addtoany|sociable|shariff',
  'newsletters?|sign ?up|optin|opt in|mailchimp|follow us|donate|donation',
  // the page's frame
  'nav|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|pagination|pager|skip (?:link|to|nav)',
  'sitemap|back to top|masthead|topbar',
  // consent, hidden texts
  'cookies?|consent|gdpr|ccpa|onetrust|didomi|cookiebot|no ?print|hidden print|print only',
  'screen reader(?: text)?|sr only|visually ?hidden|tooltip',
  // advertisements
  'ads?|adv|adverts?|advertisement|advertising|ad ?slot|ad ?unit|adsbygoogle|dfp|sponsor|sponsored',
  // readers and writers
  'comments|comment(?: list| section|ary box|list)|disqus|respond|livefyre|replies',
  'author (?:bio|box|info|card|about|details|profile|block|description|meta)|about (?:the )?author',
  'byline|bylines|dateline|timestamp|copyright|mw editsection|edit ?section',
  // pictures
  'captions?|figcaption|wp caption text|legend|legende|bildunterschrift|bildtext|didascalia|bijschrift',
  'pie (?:de )?foto|leyenda',
  '(?:photo|image|picture|media) (?:caption|credit|source|copyright)',
);

/** The junk that can outweigh the story. */
const BULKY_NAME = words(
  'comments|comment(?: list| section|ary box|list)|comments (?:area|container|wrap|list|section)',
  'disqus|respond|related (?:stories|articles|news|posts?|content)',
);

/** Mostly not part of the text, but also used for parts of a layout that hold it: these must hold little. */
const DOUBTFUL_NAME = words(
  'teasers?|onward|linklist|nl|mailing|subscribe|subscriptions?|appeal|sidebar|side bar|rail|footer',
  'toolbar|toolbox|tools|jump (?:to|link)|widget|paywall|regwall|meter|modal|popup|pop up|overlay',
  'dialog|lightbox|login|sign ?in|assistive|a11y|gpt|promos?|promotion|affiliate|banner|cta',
  'call to action|comment|reactions?|reader feedback|bio|biography|author|authors|time stamp',
  'posted (?:on|by|in)|publish(?:ed)? date|pubdate|last modified|post ?meta|entry meta|article meta',
  'meta ?data|meta|post info|article info|entry info|postinfo|entry utility|entry footer|post footer',
  'article footer|article tools|tags?|tag (?:list|cloud)|taglist|tagcloud|hashtags?|keywords|topics?',
  'categor(?:y|ies)|cat links|kicker|eyebrow|filed under|ratings?|votes?|poll|survey|quiz|likes?',
  'disclaimer|licence|license|corrections?|credits?|gallery|galleria|slideshow|slider|carousel',
  'video (?:player|caption|js)|player|thumbnails?|swiper|infobox|see also',
);

/** Names that speak for an article's text, and lift the doubt that a junk word beside them raises. */
const BODY_NAME = words(
  'article ?body|articlebody|article (?:content|text|main|copy|wrapper)|articlecontent|articletext',
  'story ?body|storybody|story (?:content|text|copy)|storycontent|storytext|entry content|entry body',
  'entrycontent|post ?(?:body|content|text)|postcontent|postbody|body ?(?:text|copy|content)|bodytext',
  'bodycopy|news ?(?:text|body|content)|newstext|article|content body|main content|rich ?text',
  'richtext|field name body|td post content|hentry|blog ?(?:post|entry)|blogpost|page content',
  'text content|single content|content main|content text|content',
);

/** What names call the paragraph between headline and story, in the content systems of many languages. */
export const LEAD_NAME = words(
  'lead|lede|lead ?text|lead content|intro|introduction|introtext|standfirst|chapo|chapeau|deck|dek',
  'sub ?titles?|sub ?head(?:line|ing)?|excerpt|abstract|sommario|occhiello|vorspann|teaser|teaser ?text|bajada',
  'entradilla|ingress|sapo|epigraph|description|summary',
);

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^| )(?:${alternatives.join('|')})(?= |$)`);
}

/**
 * WordPress writes a post's tags and categories into its classes, and "has-sidebar" says what stands beside the
 * element: neither is about the element itself. Elementor, a builder of pages, calls every block a widget.
 */
const CONTENT_LABELS =
  /\belementor-widget\b|\b(?:tag|category|has|with|without|no|not|is-not|format)[-_][\w-]+/g;

/** Longer lists of class names are generated and say nothing. */
const MAX_NAMES_LENGTH = 400;

/**
 * The words of an element's class and id, lower case, separated by single spaces.
 */
export function wordsOfNames(element: Element): string {
  const names = namesOf(element);
  return names === '' ? '' : wordsOf(names);
}

/** Class and id as written. A heading's id is made from its words, so that links can lead to it: "#the-child-credit". */
function namesOf(element: Element): string {
  const { class: className = '', id = '' } = element.attribs;
  const names = id === '' || isHeading(element) ? className : `${className} ${id}`;
  return names.length > MAX_NAMES_LENGTH ? names.slice(0, MAX_NAMES_LENGTH) : names;
}

function wordsOf(names: string): string {
  let words = names;
  if (/[-_]/.test(words)) words = words.replace(CONTENT_LABELS, ' ');
  if (/[A-Z]/.test(words)) {
    if (/\d/.test(words)) words = words.replace(/[A-Za-z0-9]+/g, dropGenerated);
    words = words.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  }
  return words.replace(/[^a-z0-9]+/g, ' ').trim();
}

/** "n1AuAdJlVL" is a key that a program made up: its humps spell no words. */
function dropGenerated(name: string): string {
  return /[A-Z]/.test(name) && /\d[A-Za-z]/.test(name) ? ' ' : name;
}

/** What an element's names say of it: the junk words found, and whether they speak for a body too. */
export interface NameVerdict {
  readonly bulky: string | null;
  readonly junk: string | null;
  readonly doubtful: string | null;
  readonly isBody: boolean;
}

const NO_NAME: NameVerdict = { bulky: null, junk: null, doubtful: null, isBody: false };

/** Judges elements by their names; elements of one page share most of them, so each is judged once. */
export function createNameJudge(): (element: Element) => NameVerdict {
  const verdicts = new Map<string, NameVerdict>();
  return (element) => {
    const names = namesOf(element);
    if (names === '') return NO_NAME;
    const before = verdicts.get(names);
    if (before !== undefined) return before;
    const words = wordsOf(names);
    const verdict = {
      bulky: find(BULKY_NAME, words),
      junk: find(JUNK_NAME, words),
      doubtful: find(DOUBTFUL_NAME, words),
      isBody: BODY_NAME.test(words),
    };
    verdicts.set(names, verdict);
    return verdict;
  };
}

function find(names: RegExp, words: string): string | null {
  return names.exec(words)?.[0].trim() ?? null;
}
