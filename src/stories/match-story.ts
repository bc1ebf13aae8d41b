import type { Fingerprint, StoryMatcher } from '../model/story.js';
import { chooseStory } from './choose-story.js';
import { termKeys, weighTerms } from './weigh-terms.js';

/** Binds what is pure about finding a story to one article. */
export function matchStory(fingerprint: Fingerprint): StoryMatcher {
  return {
    fingerprint,
    weigh: (counts) => weighTerms(fingerprint.terms, counts),
    termKeys,
    choose: (candidates, weights, at) => chooseStory(fingerprint, weights, candidates, at),
  };
}
