/**
 * How a currency's sums are written. In a form, `#` is the number with its magnitude in full ("4.5 million"),
 * `~` the short one ("4.5m"), `@` all digits ("4,500,000") and `%` the South Asian one ("45 crore").
 */
export interface CurrencyStyle {
  /** Units that make up about one dollar, as a power of ten: it keeps sums of one kind comparable. */
  readonly unitsPerDollar: number;
  readonly forms: readonly string[];
}

const style = (unitsPerDollar: number, ...forms: string[]): CurrencyStyle => ({ unitsPerDollar, forms });

/** By ISO 4217 code. A word that several countries' currencies share ("peso", "dinar") is not used. */
export const CURRENCY_STYLES: Readonly<Record<string, CurrencyStyle>> = {
  USD: style(1, '$#', '$#', '$~', '$@', 'US$#', 'USD #', '# dollars'),
  EUR: style(1, '€#', '€~', '€@', '# euros', 'EUR #'),
  GBP: style(1, '£#', '£~', '£@', '# pounds', 'GBP #'),
  JPY: style(100, '¥#', '# yen', 'JPY #'),
  CNY: style(10, '# yuan', 'RMB #', 'CNY #'),
  INR: style(100, 'Rs %', '₹%', '% rupees', 'INR #'),
  KRW: style(1000, '# won', 'KRW #'),
  BRL: style(10, 'R$#', '# reais'),
  CHF: style(1, 'CHF #', 'CHF @'),
  AUD: style(1, 'A$#', 'A$~', 'AUD #'),
  CAD: style(1, 'C$#', 'C$~', 'CAD #'),
  NZD: style(1, 'NZ$#', 'NZD #'),
  SGD: style(1, 'S$#', 'SGD #'),
  SEK: style(10, 'SEK #', '# kronor'),
  NOK: style(10, 'NOK #'),
  DKK: style(10, 'DKK #'),
  PLN: style(1, 'PLN #', '# zloty'),
  UAH: style(10, '# hryvnia', 'UAH #'),
  RUB: style(100, '# roubles', '# rubles', 'RUB #'),
  TRY: style(10, '# lira', '₺#', 'TRY #'),
  ZAR: style(10, 'R#', '# rand', 'ZAR #'),
  NGN: style(1000, '₦#', '# naira', 'NGN #'),
  KES: style(100, 'KES #'),
  ILS: style(1, '# shekels', '₪#', 'ILS #'),
  AED: style(1, 'AED #'),
  SAR: style(1, 'SAR #'),
  MXN: style(10, 'MXN #'),
  THB: style(10, '# baht', 'THB #'),
  IDR: style(10_000, 'Rp #', 'IDR #'),
  MYR: style(1, 'RM#', '# ringgit'),
  PHP: style(10, '₱#', 'PHP #'),
  CZK: style(10, 'CZK #'),
  BTC: style(0.0001, '@ bitcoin', '@ BTC', '@ bitcoins'),
  ETH: style(0.001, '@ ETH', '@ ether'),
  XMR: style(0.01, '@ XMR', '@ monero'),
};

export const CRYPTO_CURRENCIES: readonly string[] = ['BTC', 'BTC', 'ETH', 'XMR'];
