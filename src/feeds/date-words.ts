/** Names of the months by language, January first, in full and as feeds shorten them, in lower case. */
const MONTH_NAMES: Readonly<Record<string, string>> = {
  english:
    'january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept|october oct|november nov|december dec',
  german:
    'januar jän jänner|februar|märz mär mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez',
  french:
    'janvier janv|février févr fév fevrier|mars|avril avr|mai|juin|juillet juil|août aout aoû|septembre|octobre|novembre|décembre déc',
  spanish:
    'enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|noviembre|diciembre dic',
  italian:
    'gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre set|ottobre ott|novembre|dicembre',
  portuguese:
    'janeiro|fevereiro fev|março|abril|maio mai|junho|julho|agosto|setembro|outubro out|novembro|dezembro',
  dutch: 'januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december',
  scandinavian: 'januar|februar|marts|april|maj|juni|juli|augusti|september|oktober|november|desember des',
  polish:
    'stycznia sty styczeń|lutego lut luty|marca marzec|kwietnia kwi kwiecień|maja|czerwca cze czerwiec|lipca lip lipiec|sierpnia sie sierpień|września wrz wrzesień|października paź październik|listopada lis listopad|grudnia gru grudzień',
  czech:
    'ledna leden led|února únor úno|března březen bře|dubna duben dub|května květen kvě|června červen čvn|července červenec čvc|srpna srpen srp|září zář|října říjen říj||prosince prosinec pro',
  hungarian:
    'január|február|március márc|április ápr|május máj|június jún|július júl|augusztus|szeptember szept|október|november|december',
  russian:
    'января янв январь|февраля фев февр февраль|марта мар март|апреля апр апрель|мая май|июня июн июнь|июля июл июль|августа авг август|сентября сен сент сентябрь|октября окт октябрь|ноября ноя нояб ноябрь|декабря дек декабрь',
  ukrainian:
    'січня січ|лютого лют|березня бер|квітня квіт|травня трав|червня черв|липня лип|серпня серп|вересня вер|жовтня жовт|листопада лист|грудня груд',
  greek:
    'ιαν ιανουάριος ιανουαρίου|φεβ φεβρουαρίου|μαρ μάρ μαρτίου μαρτ|απρ απριλίου|μαι μαϊ μάι μαΐου|ιουν ιούν ιον ιουνίου|ιουλ ιούλ ιολ ιουλίου|αυγ αύγ αυγούστου|σεπ σεπτ σεπτεμβρίου|οκτ οκτωβρίου|νοε νοέ νοεμβρίου|δεκ δεκεμβρίου',
  turkish:
    'ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara',
  romanian:
    'ianuarie ian|februarie|martie|aprilie|mai|iunie iun|iulie iul|august|septembrie|octombrie|noiembrie noi|decembrie',
  serbian: 'januar|februar|mart|april|maj|jun|jul|avgust avg|septembar|oktobar|novembar|decembar',
  croatian:
    'siječnja sij|veljače velj|ožujka ožu|travnja tra|svibnja svi|lipnja lip|srpnja srp|kolovoza kol|rujna ruj|listopada|studenoga stu|prosinca',
  bulgarian: 'януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември',
  catalan: 'gener|febrer|març|abril|maig|juny|juliol|agost|setembre|octubre|novembre|desembre',
  indonesian: 'januari|februari|maret|april|mei|juni|juli|agustus agu|september|oktober|november|desember',
  hebrew: 'ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר',
  arabic:
    'يناير|فبراير|مارس|أبريل ابريل إبريل|مايو|يونيو يونيه|يوليو يوليه|أغسطس اغسطس|سبتمبر|أكتوبر اكتوبر|نوفمبر|ديسمبر',
  finnish:
    'tammikuuta tammi|helmikuuta helmi|maaliskuuta maalis|huhtikuuta huhti|toukokuuta touko|kesäkuuta kesä|heinäkuuta heinä|elokuuta elo|syyskuuta syys|lokakuuta loka|marraskuuta marras|joulukuuta joulu',
};

/** Month numbers, 1 to 12, by name in lower case. Where languages disagree the first one counts. */
export const MONTH_BY_NAME: ReadonlyMap<string, number> = monthTable();

function monthTable(): Map<string, number> {
  const table = new Map<string, number>();
  for (const months of Object.values(MONTH_NAMES)) {
    for (const [index, names] of months.split('|').entries()) {
      for (const name of names.split(' ')) if (name !== '' && !table.has(name)) table.set(name, index + 1);
    }
  }
  return table;
}

/**
 * Zone names and their minutes east of Greenwich. RFC 822 defines the American ones; of the others the
 * meaning that newsrooms use is taken (BST is British summer time, IST Indian time).
 */
export const ZONE_MINUTES: ReadonlyMap<string, number> = new Map([
  ['UT', 0],
  ['UTC', 0],
  ['GMT', 0],
  ['Z', 0],
  ['WET', 0],
  ['WEST', 60],
  ['BST', 60],
  ['CET', 60],
  ['MET', 60],
  ['CEST', 120],
  ['MEST', 120],
  ['MESZ', 120],
  ['MEZ', 60],
  ['EET', 120],
  ['EEST', 180],
  ['SAST', 120],
  ['CAT', 120],
  ['EAT', 180],
  ['WAT', 60],
  ['MSK', 180],
  ['MSD', 240],
  ['TRT', 180],
  ['GST', 240],
  ['PKT', 300],
  ['IST', 330],
  ['NPT', 345],
  ['ICT', 420],
  ['WIB', 420],
  ['HKT', 480],
  ['SGT', 480],
  ['PHT', 480],
  ['AWST', 480],
  ['JST', 540],
  ['KST', 540],
  ['ACST', 570],
  ['ACDT', 630],
  ['AEST', 600],
  ['AEDT', 660],
  ['NZST', 720],
  ['NZDT', 780],
  ['NST', -210],
  ['NDT', -150],
  ['BRT', -180],
  ['ART', -180],
  ['AST', -240],
  ['AT', -240],
  ['ADT', -180],
  ['EST', -300],
  ['EDT', -240],
  ['ET', -300],
  ['CST', -360],
  ['CDT', -300],
  ['CT', -360],
  ['MST', -420],
  ['MDT', -360],
  ['MT', -420],
  ['PST', -480],
  ['PDT', -420],
  ['PT', -480],
  ['AKST', -540],
  ['AKDT', -480],
  ['HST', -600],
]);
