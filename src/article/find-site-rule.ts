import type { SiteRule, SiteRules } from '../model/site-rules.js';

/**
 * The rule of a page's host, else of the nearest domain above it: what is said of `example.org` holds for
 * `news.example.org` too.
 *
 * @param url - of the page
 * @returns null when there is none
 */
export function findSiteRule(rules: SiteRules, url: string): SiteRule | null {
  if (rules.size === 0 || !URL.canParse(url)) return null;
  const labels = new URL(url).hostname.split('.');
  for (let from = 0; from < labels.length; from += 1) {
    const rule = rules.get(labels.slice(from).join('.'));
    if (rule !== undefined) return rule;
  }
  return null;
}
