/**
 * Month names of 53 news languages, folded as `foldMonth` folds, without closing dots: the wide and abbreviated forms
 * of CLDR, alone and in a date (https://cldr.unicode.org), the Arabic names of the Levant and the Maghreb, Serbian
 * in Latin letters, Filipino. One row per month. "listopad" is Polish and Czech November, and Croatian October: of the
 * two meanings only the more frequent is kept.
 */
const NAMES_BY_MONTH: readonly string[] = [
  'january jan januar janvier janv enero ene janeiro gennaio gen januari tammikuuta tammikuu tammi stycznia styczen sty ledna leden led januara января январь янв січня січень січ студзеня студзень сту януари јануар јан ianuarie ian ocak oca ιανουαριου ιαν sausio sausis janvaris jaanuar jaan gener urtarrila urt janar јануари januarie yanvar yan қаңтар қаң xaneiro xan ינואר ינו يناير ژانویه जनवरी जन জানুয়ারি জানু ஜனவரி ஜன జనవరి జన જાન્યુઆરી જાન્યુ जानेवारी जाने ਜਨਵਰੀ ਜਨ جنوری มกราคม ม.ค جانفي sijecnja',
  'february feb februar fevrier fevr febrero fevereiro fev febbraio februari helmikuuta helmikuu helmi lutego luty lut unora unor uno februara февраля февраль февр лютого лютии лют лютага люты февруари фебруар феб februarie febr subat sub φεβρουαριου φεβ vasario vasaris februaris veebruar veebr febrer otsaila ots shkurt shk фев fevral ақпан ақп febreiro פברואר פבר فبراير فوریه फ़रवरी फ़र ফেব্রুয়ারি ফেব பிப்ரவரி பிப் ఫిబ్రవరి ఫిబ్ర ફેબ્રુઆરી ફેબ્રુ फेब्रुवारी फेब्रु ਫ਼ਰਵਰੀ ਫ਼ਰ فروری กุมภาพันธ์ ก.พ pebrero فيفري شباط veljace',
  'march mar marz mars marzo marco maart mrt marts maaliskuuta maaliskuu maalis marca marzec brezna brezen bre marec марта март мар березня березень бер сакавіка сакавік сак martie marcius marc mart μαρτιου μαρ kovo kovas martxoa maret mac machi наурыз нау מרץ مارس मार्च মার্চ மார்ச் மார் మార్చి માર્ચ ਮਾਰਚ مارچ มีนาคม มี.ค marso اذار ozujka mrz maerz',
  'april apr avril avr abril abr aprile huhtikuuta huhtikuu huhti kwietnia kwiecien kwi dubna duben dub aprila апреля апрель апр квітня квітень квіт красавіка красавік кра април aprilie aprilis nisan nis απριλιου απρ balandzio balandis aprill apirila api prill pri aprili aprel сәуір сәу אפריל אפר ابريل اوریل अप्रैल এপ্রিল এপ্রি ஏப்ரல் ஏப் ఏప్రిల్ ఏప్రి એપ્રિલ एप्रिल एप्रि ਅਪ੍ਰੈਲ ਅਪ੍ਰੈ اپریل เมษายน เม.ย افريل نيسان travnja',
  'may mai mayo maio maggio mag mei maj toukokuuta toukokuu touko maja kvetna kveten kve мая маи травня травень трав мај majus mayis μαιου μαι geguzes geguze maijs maig maiatza мамыр мам מאי مايو مه मई মে மே మే મે मे ਮਈ ميی พฤษภาคม พ.ค ماي ايار svibnja',
  'june jun juni juin junio junho giugno giu kesakuuta kesakuu kesa czerwca czerwiec cze cervna cerven cvn juna июня июнь июн червня червень черв чэрвеня чэрвень чэр юни јун junij iunie iun junius haziran haz ιουνιου ιουν birzelio birzelis junijs juuni juny ekaina eka qershor qer јуни junie iyun iyn маусым мау xuno יוני يونيو ژوين जून জুন ஜூன் జూన్ જૂન ਜੂਨ جون มิถุนายน มิ.ย hunyo جوان حزيران lipnja',
  'july jul juli juillet juil julio julho luglio lug heinakuuta heinakuu heina lipca lipiec lip cervence cervenec cvc jula июля июль июл липня липень лип ліпеня ліпень ліп юли јул julij iulie iul julius temmuz tem ιουλιου ιουλ liepos liepa julijs juuli juliol uztaila uzt korrik korr јули julai julie iyul iyl шілде шіл xullo xul יולי يوليو ژويیه जुलाई जुल জুলাই জুল ஜூலை జులై જુલાઈ जुलै ਜੁਲਾਈ ਜੁਲਾ جولايی กรกฎาคม ก.ค hulyo جويلية تموز srpnja',
  'august aug aout agosto ago augustus augusti elokuuta elokuu elo agust agu sierpnia sierpien sie srpna srpen srp augusta августа август авг серпня серпень серп жніуня жнівень жні avgust avg augusztus agustos αυγουστου αυγ rugpjucio rugpjutis augusts agost abuztua abu gusht gush agustus ogos ogo agosti avqust avq тамыз там אוגוסט אוג اغسطس اوت अगस्त अग আগস্ট আগ ஆகஸ்ட் ஆக ఆగస్టు ఆగ ઑગસ્ટ ऑगस्ट ऑग ਅਗਸਤ ਅਗ اگست สิงหาคม ส.ค اب kolovoza',
  'september sep sept septembre septiembre setembro set settembre syyskuuta syyskuu syys wrzesnia wrzesien wrz zari zar septembra сентября сентябрь сент вересня вересень вер верасня верасень септември септембар сеп septembrie szeptember szept eylul eyl σεπτεμβριου σεπ rugsejo rugsejis septembris setembre iraila ira shtator sht septemba sentyabr sen қыркүиек қыр sentabr ספטמבר ספט سبتمبر سپتامبر सितंबर सित সেপ্টেম্বর সেপ সেপ্ট செப்டம்பர் செப் సెప్టెంబర్ సెప్టెం સપ્ટેમ્બર સપ્ટે सप्टेंबर सप्टें ਸਤੰਬਰ ਸਤੰ ستمبر กันยายน ก.ย septembar setyembre ايلول rujna',
  'october oct oktober okt octobre octubre outubro out ottobre ott lokakuuta lokakuu loka pazdziernika pazdziernik paz rijna rijen rij oktobra октября октябрь окт жовтня жовтень жовт кастрычніка кастрычнік кас октомври октобар octombrie ekim eki οκτωβριου οκτ spalio spalis oktobris oktoober urria urr tetor tet oktoba oktyabr қазан қаз oktabr אוקטובר אוק اكتوبر اکتبر अक्टूबर अक्टू অক্টোবর অক্টো அக்டோபர் அக் అక్టోబర్ అక్టో ઑક્ટોબર ઑક્ટો ऑक्टोबर ऑक्टो ਅਕਤੂਬਰ ਅਕਤੂ اکتوبر ตุลาคม ต.ค oktobar oktubre',
  'november nov novembre noviembre novembro marraskuuta marraskuu marras listopada listopad lis listopadu novembra ноября ноябрь нояб листопада листопад лист лістапада лістапад ліс ноември новембар нов noiembrie kasim kas νοεμβριου νοε lapkricio lapkritis novembris azaroa aza nentor nen ное novemba noyabr noy қараша қар נובמבר נוב نوفمبر نوامبر नवंबर नव নভেম্বর নভে நவம்பர் நவ నవంబర్ నవం નવેમ્બર નવે नोव्हेंबर नोव्हें ਨਵੰਬਰ ਨਵੰ نومبر พฤศจิกายน พ.ย novembar nobyembre studenoga studenog',
  'december dec dezember dez decembre diciembre dic dezembro dicembre desember des joulukuuta joulukuu joulu grudnia grudzien gru prosince prosinec pro decembra декабря декабрь дек грудня грудень груд снежня снежань сне декември децембар дец decembrie aralik ara δεκεμβριου δεκ gruodzio gruodis decembris detsember dets desembre abendua abe dhjetor dhj disember dis desemba dekabr dek желтоқсан жел decembro דצמבר דצמ ديسمبر دسامبر दिसंबर दिस ডিসেম্বর ডিসে டிசம்பர் டிச డిసెంబర్ డిసెం ડિસેમ્બર ડિસે डिसेंबर डिसें ਦਸੰਬਰ ਦਸੰ دسمبر ธันวาคม ธ.ค decembar disyembre prosinca',
];

/** The months of the Persian calendar, folded. */
const PERSIAN_NAMES = 'فروردین اردیبهشت خرداد تیر مرداد شهریور مهر ابان اذر دی بهمن اسفند';

const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  NAMES_BY_MONTH.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

const PERSIAN_MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  PERSIAN_NAMES.split(' ').map((name, index) => [name, index + 1]),
);

/**
 * The month that a word names.
 *
 * @param word - as written, with accents and any case; Hebrew with its "in" written onto it
 * @returns 1 to 12, null when the word is no month
 */
export function monthOf(word: string): number | null {
  const folded = foldMonth(word);
  return MONTH_BY_NAME.get(folded) ?? MONTH_BY_NAME.get(folded.replace(/^ב/, '')) ?? null;
}

/** The month of the Persian calendar that a word names, 1 to 12, null when it names none. */
export function persianMonthOf(word: string): number | null {
  return PERSIAN_MONTH_BY_NAME.get(foldMonth(word)) ?? null;
}

/** Accents of European letters and the points of Hebrew and Arabic ones go; vowel signs of Indic scripts stay. */
function foldMonth(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .normalize('NFC')
    .replace(/[.’'׳॰]+$/, '');
}
