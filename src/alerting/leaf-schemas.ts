import { z } from 'zod';
import { ACTOR_KINDS, MONEY_PURPOSES } from '../model/mention.js';
import { isCountryCode, isCurrencyCode } from './rule-codes.js';

/** More would be a list to import, and each is looked for in each text. */
const MAX_LISTED = 200;
const MAX_NAME_LENGTH = 200;

const phrase = z
  .string('must be text')
  .trim()
  .min(1, 'is empty')
  .max(MAX_NAME_LENGTH, `is longer than ${MAX_NAME_LENGTH} characters`)
  .refine((value) => !value.includes('\0'), 'holds a NUL character')
  .refine((value) => /[\p{L}\p{N}]/u.test(value), 'holds no letter and no figure, so nothing can match it');

const countryCode = z
  .string('must be a country code in quotes ("NO" is read as false without them)')
  .transform((code) => code.toUpperCase())
  .refine(isCountryCode, {
    error: (issue) => unknown(issue.input, 'country code of two letters (ISO 3166-1), such as KP'),
  });

const currency = z
  .string('must be a currency code')
  .transform((code) => code.toUpperCase())
  .refine(isCurrencyCode, {
    error: (issue) => unknown(issue.input, 'currency code (ISO 4217, or BTC, ETH, XMR …), such as USD'),
  });

const amount = z.number('must be a number, such as 1000000').nonnegative('must not be negative');

const kind = z.enum(ACTOR_KINDS, `must be one of ${ACTOR_KINDS.join(', ')}`);
const purpose = z.enum(MONEY_PURPOSES, `must be one of ${MONEY_PURPOSES.join(', ')}`);

/** A list, of which a single entry may stand by itself. */
const listOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.preprocess(
    (value) => (Array.isArray(value) || value === undefined ? value : [value]),
    z
      .array(entry)
      .min(1, 'is an empty list, so nothing can match it: name something or leave it out')
      .max(MAX_LISTED, `has more than ${MAX_LISTED} entries: make several rules of it`),
  );

const isGiven = (filters: object) => Object.values(filters).some((value) => value !== undefined);

/** What stands under the key of each condition that looks at something itself. A key of another's makes it unknown. */
export const LEAF_SCHEMAS = {
  firstMention: z.strictObject({
    firstMention: z.strictObject({
      kinds: listOf(kind).optional(),
      countries: listOf(countryCode).optional(),
    }),
  }),
  actor: z.strictObject({ actor: listOf(phrase) }),
  country: z.strictObject({
    country: listOf(countryCode),
    implied: z.boolean('must be true or false').optional(),
  }),
  topic: z.strictObject({ topic: listOf(phrase) }),
  money: z.strictObject({
    money: z.strictObject({ min: amount, currency, purposes: listOf(purpose).optional() }),
  }),
  surge: z.strictObject({
    surge: z.strictObject({ kinds: listOf(kind).optional(), actors: listOf(phrase).optional() }),
  }),
  silence: z.strictObject({ silence: z.strictObject({ feeds: listOf(phrase).optional() }) }),
  search: z.strictObject({
    search: z
      .strictObject({
        text: phrase.optional(),
        source: phrase.optional(),
        lang: z
          .string('must be a language in quotes')
          .regex(/^[a-z]{2,3}$/i, 'must be a language such as en')
          .transform((lang) => lang.toLowerCase())
          .optional(),
        country: countryCode.optional(),
        actor: phrase.optional(),
        kind: kind.optional(),
        currency: currency.optional(),
        minAmount: amount.optional(),
      })
      .refine(
        isGiven,
        'has no filter, so it would find everything: give text, source, lang, country, actor, kind, currency or minAmount',
      ),
  }),
} as const;

/** The conditions that look at something themselves. */
export type LeafName = keyof typeof LEAF_SCHEMAS;

function unknown(input: unknown, wanted: string): string {
  return `${JSON.stringify(input)} is not known, so nothing can match it: give a ${wanted}`;
}
