import { BUSINESS } from './kinds/business.js';
import { ESPIONAGE } from './kinds/espionage.js';
import { INTRUSIONS } from './kinds/intrusions.js';
import { JUSTICE } from './kinds/justice.js';
import { POLICY } from './kinds/policy.js';
import { WORLD } from './kinds/world.js';
import type { StoryField } from './story-kind.js';

/** Every field of news. A story draws its field evenly, so about one in six has nothing to do with hackers. */
export const STORY_FIELDS: readonly StoryField[] = [INTRUSIONS, ESPIONAGE, JUSTICE, POLICY, BUSINESS, WORLD];
