/**
 * Month names of the larger news languages, without accents, lower case (CLDR: wide and abbreviated forms, and the
 * genitives used in dates). One row per month.
 */
const NAMES_BY_MONTH: readonly string[] = [
  'january januar janvier enero janeiro gennaio januari stycznia styczen января январь січня ocak januari ledna januar ianuarie januara tammikuuta leden tháng1 jan janv ene gen sty янв січ oca led ian',
  'february februar fevrier febrero fevereiro febbraio februari lutego luty февраля февраль лютого subat februari unora februarie helmikuuta unor feb fevr fev lut фев лют sub',
  'march marz mars marzo marco maart maret marca marzec марта март березня mart brezna martie maaliskuuta brezen mar mrz mrt бер',
  'april avril abril aprile april kwietnia kwiecien апреля апрель квітня nisan dubna aprilie huhtikuuta duben apr avr abr кві апр nis',
  'may mai mayo maio maggio mei maja maj мая май травня mayis kvetna toukokuuta kveten mag тра',
  'june juni juin junio junho giugno juni czerwca czerwiec июня июнь червня haziran cervna iunie kesakuuta cerven jun giu cze июн чер haz',
  'july juli juillet julio julho luglio juli lipca lipiec июля июль липня temmuz cervence iulie heinakuuta cervenec jul juil lug lip июл лип tem',
  'august aout agosto augustus agustus sierpnia sierpien августа август серпня agustos srpna elokuuta srpen aug ago sie авг сер agu',
  'september septembre septiembre setembro settembre september wrzesnia wrzesien сентября сентябрь вересня eylul zari septembrie syyskuuta sep sept set wrz сен вер eyl',
  'october oktober octobre octubre outubro ottobre oktober pazdziernika pazdziernik октября октябрь жовтня ekim rijna octombrie lokakuuta rijen oct okt out ott paz окт жов eki',
  'november novembre noviembre novembro november listopada listopad ноября ноябрь листопада kasim listopadu noiembrie marraskuuta nov lis ноя kas',
  'december dezember decembre diciembre dezembro dicembre december desember grudnia grudzien декабря декабрь грудня aralik prosince decembrie joulukuuta prosinec dec dez dic des gru дек гру ara',
];

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES_BY_MONTH.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/**
 * The month that a word names.
 *
 * @param word - as written, with accents and any case
 * @returns 1 to 12, null when the word is no month
 */
export function monthOf(word: string): number | null {
  const folded = word
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace('ı', 'i')
    .normalize('NFC');
  return MONTH_BY_NAME.get(folded) ?? null;
}
