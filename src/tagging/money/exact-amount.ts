import type Big from 'big.js';
import type { ExactAmount } from '../../model/mention.js';

/** A third has no end: its decimals are cut after 20 places, of which a magnitude takes at most 12. */
const CUT = { digits: 20, decimals: 8 } as const;

/**
 * The decimals of an amount and of the upper end of its range, where a JavaScript number would change them: from
 * 16 significant digits on it may, from 18 on it always does.
 *
 * @returns null where the numbers say the same
 */
export function exactAmount(amount: Big, max?: Big): ExactAmount | null {
  if (isHeld(amount) && (max === undefined || isHeld(max))) return null;
  return { amount: amount.toFixed(), ...(max === undefined ? {} : { max: max.toFixed() }) };
}

function isHeld(amount: Big): boolean {
  const digits = amount.c.length;
  if (digits <= 15) return true;
  const isCut = digits >= CUT.digits && digits - 1 - amount.e >= CUT.decimals;
  return isCut || amount.eq(amount.toNumber());
}
