import packaged from 'world-countries';
import type { Country } from 'world-countries';

// The package is CommonJS: its default import is the list itself, which its types put one level deeper.
const COUNTRY_NAMES: ReadonlyMap<string, string> = new Map(
  (packaged as unknown as readonly Country[]).map(({ cca2, name }) => [cca2, name.common]),
);

/** Crypto currencies that sums are tagged with; ISO 4217 has none. */
const CRYPTO_CURRENCIES =
  'ADA ATOM AVAX BCH BNB BSV BTC BUSD DAI DASH DOGE DOT EOS ETC ETH FTT LINK LTC LUNA MATIC NEO SHIB SOL STETH TON TRX USDC USDD USDT WBTC WETH XLM XMR XRP ZEC'.split(
    ' ',
  );

/** Currencies of before the euro, which old sums are in. */
const FORMER_CURRENCIES = 'ATS BEF DEM EEK ESP FIM FRF GRD IEP ITL LTL LVL NLG PTE'.split(' ');

const CURRENCIES: ReadonlySet<string> = new Set([
  ...Intl.supportedValuesOf('currency'),
  ...CRYPTO_CURRENCIES,
  ...FORMER_CURRENCIES,
]);

/** Whether articles can be tagged with a country: ISO 3166-1 alpha-2 in capitals, and `XK` for Kosovo. */
export function isCountryCode(code: string): boolean {
  return COUNTRY_NAMES.has(code);
}

/** A country's usual English name; an unknown code stands for itself. */
export function countryName(code: string): string {
  return COUNTRY_NAMES.get(code) ?? code;
}

/** Whether sums can be tagged with a currency: ISO 4217 or a crypto code, in capitals. */
export function isCurrencyCode(code: string): boolean {
  return CURRENCIES.has(code);
}
