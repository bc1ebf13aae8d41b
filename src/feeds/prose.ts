import { collapseSpace, looksLikeMarkup, plainText } from './plain-text.js';
import { attributeOf, textOf, type XmlValue } from './raw-feed.js';
import { replaceForbiddenCharacters } from './repair-xml.js';

/**
 * The plain text of a title or summary, whatever its `type` says: too many feeds label wrongly. Text
 * that was escaped twice (no tags, and tags once its references are resolved) is resolved twice.
 *
 * @returns text, perhaps empty
 */
export function proseText(value: XmlValue): string {
  const html = decodedText(value);
  const once = plainText(html);
  // Nothing but a tag, in what says that it is no HTML: the text is about the tag.
  if (once === '' && attributeOf(value, 'type')?.toLowerCase() === 'text') return collapseSpace(html);
  const isEscapedTwice = once !== '' && !/<[/!A-Za-z]/.test(html) && looksLikeMarkup(once);
  return isEscapedTwice ? plainText(once) || once : once;
}

/**
 * The HTML of a content element, as the feed carries it but for characters that must not be stored.
 *
 * @returns HTML, perhaps empty; `''` for content elsewhere (`src`) and for pictures, sound and film
 */
export function proseHtml(value: XmlValue): string {
  return decodedText(value).trim();
}

/** Text on one line, for names and labels that never hold markup on purpose. */
export function labelText(text: string): string {
  return looksLikeMarkup(text) ? plainText(text) : collapseSpace(text);
}

/** Base64 in Atom: what 0.3 says of itself, and in 1.0 every type that is no text (RFC 4287, 4.1.3.3). */
function decodedText(value: XmlValue): string {
  const text = textOf(value);
  if (typeof value === 'string') return text;
  const type = attributeOf(value, 'type')?.toLowerCase() ?? '';
  const isTextType = type === '' || /^(?:text|html|xhtml|escaped)|xml|json/.test(type);
  const isBase64 = attributeOf(value, 'mode')?.toLowerCase() === 'base64' || !isTextType;
  return isBase64 ? decodeBase64(text) : text;
}

/** Text that is not Base64 after all, or no UTF-8 once decoded, stays as it is. */
function decodeBase64(text: string): string {
  const compact = text.replace(/\s+/g, '');
  if (compact === '' || compact.length % 4 === 1 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return text;
  const bytes = Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
  const decoded = new TextDecoder().decode(bytes);
  return decoded.includes('\ufffd') ? text : replaceForbiddenCharacters(decoded);
}
