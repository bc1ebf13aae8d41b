import type { Region } from './person-names.js';

/** A country and the words that news texts say it with. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** As within a sentence, with the article where English wants one. */
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** Where its people's names come from. */
  readonly region: Region;
  /** Cities whose names hold no country's name. */
  readonly cities: readonly string[];
}

/** One country; names, adjectives and cities are separated by `/`. */
function country(
  code: string,
  names: string,
  adjectives: string,
  currency: string,
  region: Region,
  cities: string,
): Country {
  return {
    code,
    names: names.split('/'),
    adjectives: adjectives.split('/'),
    currency,
    region,
    cities: cities.split('/'),
  };
}

/**
 * Codes and currencies: ISO 3166-1 and ISO 4217. Left out are countries whose words hold another's (Guinea,
 * Niger, the Congos) and those that mean something else too often to be sure (Georgia, Chad).
 */
export const COUNTRIES: readonly Country[] = [
  country(
    'US',
    'the United States/the U.S./the US',
    'American/U.S./US',
    'USD',
    'english',
    'Denver/Tampa/Portland',
  ),
  country('GB', 'the United Kingdom/Britain/the UK', 'British/UK', 'GBP', 'english', 'Leeds/Bristol/Cardiff'),
  country('AE', 'the United Arab Emirates/the UAE', 'Emirati', 'AED', 'arabic', 'Dubai/Sharjah'),
  country('CA', 'Canada', 'Canadian', 'CAD', 'english', 'Halifax/Calgary/Winnipeg'),
  country('AU', 'Australia', 'Australian', 'AUD', 'english', 'Perth/Hobart/Adelaide'),
  country('NZ', 'New Zealand', 'New Zealand', 'NZD', 'english', 'Dunedin/Wellington'),
  country('IE', 'Ireland', 'Irish', 'EUR', 'english', 'Cork/Galway'),
  country('DE', 'Germany', 'German', 'EUR', 'nordic', 'Hamburg/Leipzig/Stuttgart'),
  country('AT', 'Austria', 'Austrian', 'EUR', 'nordic', 'Graz/Linz'),
  country('CH', 'Switzerland', 'Swiss', 'CHF', 'nordic', 'Basel/Lausanne'),
  country('NL', 'the Netherlands', 'Dutch', 'EUR', 'nordic', 'Utrecht/Rotterdam'),
  country('BE', 'Belgium', 'Belgian', 'EUR', 'nordic', 'Ghent/Antwerp'),
  country('SE', 'Sweden', 'Swedish', 'SEK', 'nordic', 'Uppsala/Gothenburg'),
  country('NO', 'Norway', 'Norwegian', 'NOK', 'nordic', 'Bergen/Stavanger'),
  country('DK', 'Denmark', 'Danish', 'DKK', 'nordic', 'Aarhus/Odense'),
  country('FI', 'Finland', 'Finnish', 'EUR', 'nordic', 'Tampere/Turku'),
  country('IS', 'Iceland', 'Icelandic', 'ISK', 'nordic', 'Akureyri/Keflavik'),
  country('FR', 'France', 'French', 'EUR', 'romance', 'Lyon/Toulouse/Nantes'),
  country('IT', 'Italy', 'Italian', 'EUR', 'romance', 'Turin/Bologna/Palermo'),
  country('ES', 'Spain', 'Spanish', 'EUR', 'romance', 'Seville/Bilbao'),
  country('PT', 'Portugal', 'Portuguese', 'EUR', 'romance', 'Porto/Braga'),
  country('RO', 'Romania', 'Romanian', 'RON', 'romance', 'Timisoara/Cluj'),
  country('MX', 'Mexico', 'Mexican', 'MXN', 'romance', 'Monterrey/Oaxaca'),
  country('BR', 'Brazil', 'Brazilian', 'BRL', 'romance', 'Recife/Curitiba'),
  country('AR', 'Argentina', 'Argentine', 'ARS', 'romance', 'Rosario/Mendoza'),
  country('CL', 'Chile', 'Chilean', 'CLP', 'romance', 'Valparaíso/Concepción'),
  country('CO', 'Colombia', 'Colombian', 'COP', 'romance', 'Cali/Medellín'),
  country('PE', 'Peru', 'Peruvian', 'PEN', 'romance', 'Arequipa/Trujillo'),
  country('CR', 'Costa Rica', 'Costa Rican', 'CRC', 'romance', 'Alajuela/Limón'),
  country('EC', 'Ecuador', 'Ecuadorian', 'USD', 'romance', 'Guayaquil/Cuenca'),
  country('UY', 'Uruguay', 'Uruguayan', 'UYU', 'romance', 'Montevideo/Salto'),
  country('PL', 'Poland', 'Polish', 'PLN', 'slavic', 'Gdansk/Poznan'),
  country('CZ', 'the Czech Republic/Czechia', 'Czech', 'CZK', 'slavic', 'Brno/Ostrava'),
  country('SK', 'Slovakia', 'Slovak', 'EUR', 'slavic', 'Kosice/Nitra'),
  country('SI', 'Slovenia', 'Slovenian', 'EUR', 'slavic', 'Maribor/Koper'),
  country('HR', 'Croatia', 'Croatian', 'EUR', 'slavic', 'Zadar/Rijeka'),
  country('RS', 'Serbia', 'Serbian', 'RSD', 'slavic', 'Novi Sad/Nis'),
  country('BG', 'Bulgaria', 'Bulgarian', 'EUR', 'slavic', 'Plovdiv/Varna'),
  country('UA', 'Ukraine', 'Ukrainian', 'UAH', 'slavic', 'Kyiv/Odesa/Lviv'),
  country('RU', 'Russia', 'Russian', 'RUB', 'slavic', 'Moscow/Kazan'),
  country('EE', 'Estonia', 'Estonian', 'EUR', 'nordic', 'Tartu/Narva'),
  country('LV', 'Latvia', 'Latvian', 'EUR', 'slavic', 'Liepaja/Ventspils'),
  country('LT', 'Lithuania', 'Lithuanian', 'EUR', 'slavic', 'Kaunas/Klaipeda'),
  country('MD', 'Moldova', 'Moldovan', 'MDL', 'romance', 'Balti/Cahul'),
  country('GR', 'Greece', 'Greek', 'EUR', 'romance', 'Patras/Thessaloniki'),
  country('TR', 'Turkey/Türkiye', 'Turkish', 'TRY', 'arabic', 'Izmir/Bursa'),
  country('IL', 'Israel', 'Israeli', 'ILS', 'arabic', 'Haifa/Beersheba'),
  country('SA', 'Saudi Arabia', 'Saudi', 'SAR', 'arabic', 'Jeddah/Dammam'),
  country('QA', 'Qatar', 'Qatari', 'QAR', 'arabic', 'Doha/Lusail'),
  country('IR', 'Iran', 'Iranian', 'IRR', 'arabic', 'Isfahan/Tabriz'),
  country('IQ', 'Iraq', 'Iraqi', 'IQD', 'arabic', 'Basra/Mosul'),
  country('EG', 'Egypt', 'Egyptian', 'EGP', 'arabic', 'Alexandria/Port Said'),
  country('MA', 'Morocco', 'Moroccan', 'MAD', 'arabic', 'Casablanca/Fez'),
  country('TN', 'Tunisia', 'Tunisian', 'TND', 'arabic', 'Sfax/Bizerte'),
  country('IN', 'India', 'Indian', 'INR', 'south-asian', 'Pune/Chennai/Hyderabad'),
  country('PK', 'Pakistan', 'Pakistani', 'PKR', 'south-asian', 'Lahore/Karachi'),
  country('BD', 'Bangladesh', 'Bangladeshi', 'BDT', 'south-asian', 'Dhaka/Chittagong'),
  country('LK', 'Sri Lanka', 'Sri Lankan', 'LKR', 'south-asian', 'Colombo/Galle'),
  country('NP', 'Nepal', 'Nepali', 'NPR', 'south-asian', 'Pokhara/Kathmandu'),
  country('CN', 'China', 'Chinese', 'CNY', 'east-asian', 'Shenzhen/Wuhan/Chengdu'),
  country('JP', 'Japan', 'Japanese', 'JPY', 'east-asian', 'Osaka/Nagoya/Sapporo'),
  country('KR', 'South Korea', 'South Korean', 'KRW', 'east-asian', 'Busan/Daegu'),
  country('KP', 'North Korea', 'North Korean', 'KPW', 'east-asian', 'Pyongyang/Wonsan'),
  country('TW', 'Taiwan', 'Taiwanese', 'TWD', 'east-asian', 'Taipei/Kaohsiung'),
  country('SG', 'Singapore', 'Singaporean', 'SGD', 'east-asian', 'Jurong/Tampines'),
  country('MY', 'Malaysia', 'Malaysian', 'MYR', 'east-asian', 'Penang/Johor Bahru'),
  country('VN', 'Vietnam', 'Vietnamese', 'VND', 'east-asian', 'Hanoi/Da Nang'),
  country('TH', 'Thailand', 'Thai', 'THB', 'east-asian', 'Bangkok/Chiang Mai'),
  country('ID', 'Indonesia', 'Indonesian', 'IDR', 'east-asian', 'Jakarta/Surabaya'),
  country('PH', 'the Philippines', 'Philippine/Filipino', 'PHP', 'romance', 'Manila/Cebu'),
  country('KE', 'Kenya', 'Kenyan', 'KES', 'african', 'Nairobi/Mombasa'),
  country('NG', 'Nigeria', 'Nigerian', 'NGN', 'african', 'Lagos/Abuja'),
  country('GH', 'Ghana', 'Ghanaian', 'GHS', 'african', 'Accra/Kumasi'),
  country('ZA', 'South Africa', 'South African', 'ZAR', 'african', 'Durban/Pretoria'),
  country('SN', 'Senegal', 'Senegalese', 'XOF', 'african', 'Dakar/Thies'),
  country('ET', 'Ethiopia', 'Ethiopian', 'ETB', 'african', 'Addis Ababa/Adama'),
  country('TZ', 'Tanzania', 'Tanzanian', 'TZS', 'african', 'Arusha/Mwanza'),
  country('RW', 'Rwanda', 'Rwandan', 'RWF', 'african', 'Kigali/Huye'),
  country('KZ', 'Kazakhstan', 'Kazakh', 'KZT', 'slavic', 'Almaty/Karaganda'),
];
