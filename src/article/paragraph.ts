import { weighText } from './clean-text.js';
import type { Block } from './render-blocks.js';

/** Full stops and their kin, of the scripts of India, Ethiopia, Armenia, Tibet, Burma and Cambodia too. */
const SENTENCE_END = /[.!?…:;。！？؟۔।॥።։།။។]["'”’“‘»«›‹)\]」』）]{0,2}$/u;
/** Thai and Lao write no full stops. */
const UNSTOPPED_END = /[\u0e00-\u0eff]$/;
/** A block of this weight with a sentence in it is where an article begins and ends. */
const MIN_WEIGHT = 60;
const MAX_LINK_SHARE = 0.6;

/** Whether a text ends as sentences end, in any script. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text) || (UNSTOPPED_END.test(text) && weighText(text) >= MIN_WEIGHT);
}

/** Whether a block is a paragraph of prose: long enough, ended like a sentence, not mostly links. */
export function isParagraph(block: Block): boolean {
  return (
    block.kind !== 'heading' &&
    weighText(block.text) >= MIN_WEIGHT &&
    endsSentence(block.text) &&
    block.linkShare < MAX_LINK_SHARE
  );
}
