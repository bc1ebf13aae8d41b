import type { Element } from './dom.js';

/**
 * What class names, ids and roles say about a part of a page. Words are matched whole in the name split at
 * everything that is no letter and at camelCase humps: "articleRelated-links" is "article related links".
 */

/** Never part of an article's text. */
export const JUNK_NAME = words(
  // other stories
  'related|recommended|recommendations?|recirc|recirculation',
  'more (?:stories|news|articles|posts|from|like|on)|(?:read|see|watch) (?:more|next|also|too)',
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
  'cookies?|consent|gdpr|ccpa|onetrust|didomi|cookiebot|cmp|no ?print|hidden print|print only',
  'screen reader(?: text)?|sr only|visually ?hidden|tooltip',
  // advertisements
  'ads?|adv|adverts?|advertisement|advertising|ad ?slot|ad ?unit|adsbygoogle|dfp|sponsor|sponsored',
  // readers and writers
  'comments|comment(?: list| section|ary box|list)|disqus|respond|livefyre|replies',
  'author (?:bio|box|info|card|about|details|profile|block|description|meta)|about (?:the )?author',
  'byline|bylines|dateline|timestamp|copyright|mw editsection|edit ?section',
  // pictures
  'captions?|figcaption|wp caption text',
  '(?:photo|image|picture|media) (?:caption|credit|source|copyright)',
);

/** The junk that can outweigh the story. */
export const BULKY_NAME = words(
  'comments|comment(?: list| section|ary box|list)|comments (?:area|container|wrap|list|section)',
  'disqus|respond|related (?:stories|articles|news|posts|content)',
);

/** Mostly not part of the text, but also used for parts of a layout that hold it: these must hold little. */
export const DOUBTFUL_NAME = words(
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
export const BODY_NAME = words(
  'article ?body|articlebody|article (?:content|text|main|copy|wrapper)|articlecontent|articletext',
  'story ?body|storybody|story (?:content|text|copy)|storycontent|storytext|entry content|entry body',
  'entrycontent|post ?(?:body|content|text)|postcontent|postbody|body ?(?:text|copy|content)|bodytext',
  'bodycopy|news ?(?:text|body|content)|newstext|article|content body|main content|rich ?text',
  'richtext|field name body|td post content|hentry|blog ?(?:post|entry)|blogpost|page content',
  'text content|single content|content main|content text|content',
);

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^| )(?:${alternatives.join('|')})(?= |$)`);
}

/**
 * WordPress writes a post's tags and categories into its classes, and "has-sidebar" says what stands beside the
 * element: neither is about the element itself.
 */
const CONTENT_LABELS = /\b(?:tag|category|has|with|without|no|not|is-not|format)[-_][\w-]+/g;

/** Longer lists of class names are generated and say nothing. */
const MAX_NAMES_LENGTH = 400;

/**
 * The words of an element's class and id, lower case, separated by single spaces.
 */
export function wordsOfNames(element: Element): string {
  const { class: className, id } = element.attribs;
  if (className === undefined && id === undefined) return '';
  let words = WORDS_OF_ELEMENT.get(element);
  if (words === undefined) {
    words = splitNames(`${className ?? ''} ${id ?? ''}`);
    WORDS_OF_ELEMENT.set(element, words);
  }
  return words;
}

/** Every reader asks for them, and splitting takes as long as all else that a reader does with an element. */
const WORDS_OF_ELEMENT = new WeakMap<Element, string>();

function splitNames(names: string): string {
  return names
    .slice(0, MAX_NAMES_LENGTH)
    .replace(CONTENT_LABELS, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
