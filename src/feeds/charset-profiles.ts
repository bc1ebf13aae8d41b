/**
 * What texts look like in the languages that feeds still write in old encodings: the letters beyond
 * ASCII, the most frequent first, and the encodings that hold them. The orders follow the letter
 * frequencies that are common knowledge in cryptography; for the scripts with thousands of characters
 * the most common ones of running news text stand for all.
 */
export interface CharsetProfile {
  readonly letters: string;
  /** In order of how often feeds use them. */
  readonly charsets: readonly string[];
}

export const SINGLE_BYTE_PROFILES: readonly CharsetProfile[] = [
  {
    letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
    charsets: ['windows-1251', 'koi8-r', 'cp866', 'iso-8859-5', 'maccyrillic'],
  },
  { letters: 'оанитеирвслкдмупзяьбгчхйцшжюїєщіфґ', charsets: ['windows-1251', 'koi8-u'] },
  { letters: 'αοιετσνηυρπκμλςωίόθάδγήέύχφβώζξψϊϋ', charsets: ['windows-1253', 'iso-8859-7'] },
  { letters: 'יוהלאתרבמשנםכעדחפקטגסצזןךץף', charsets: ['windows-1255', 'iso-8859-8'] },
  { letters: 'اليمنوترعدبسفهكقحجةشطصىخأضغذثزءإئظآؤ', charsets: ['windows-1256', 'iso-8859-6'] },
  { letters: 'านรอกเงมยลวดทสตะปบคาแจหพช่้์ิีึืุูโใไัำขผซญถธฐณภฟศ', charsets: ['windows-874'] },
  { letters: 'éèàêçâôîûùœëïæ’“”«»–', charsets: ['windows-1252'] },
  { letters: 'üäößÄÖÜ„“–', charsets: ['windows-1252'] },
  { letters: 'óáíéñúü¿¡«»Áãçõâ', charsets: ['windows-1252'] },
  { letters: 'åäöøæÅÄÖØ', charsets: ['windows-1252'] },
  { letters: 'ęłóążśćńźŁŚŻĆ', charsets: ['windows-1250', 'iso-8859-2'] },
  { letters: 'íáéěýřžčšůúťďňóŘŽČŠľĺôŕä', charsets: ['windows-1250', 'iso-8859-2'] },
  { letters: 'éáöőóíüűúÉÁŐ', charsets: ['windows-1250', 'iso-8859-2'] },
  { letters: 'ışğüçöİŞĞÜÇÖ', charsets: ['windows-1254'] },
  { letters: 'ėšųžįąčūęāēīņļģķŠŽČĖ', charsets: ['windows-1257'] },
];

export const MULTI_BYTE_PROFILES: readonly CharsetProfile[] = [
  {
    letters:
      'のにはをたがでてとしれさいなるもこかあっまらすりうけつんくおきそめちえせだよろどみやばずびょゃゅーンスルトリアイラク日国本人年大会中月',
    charsets: ['cp932', 'euc-jp'],
  },
  {
    letters:
      '的一国在人了有中是年和大业不为发会工经上地市要个产这出行作生家以成到日民来我部对进多全建他公开们场展时理新方主企资实学报制政济用同于法高长现本月定化加动合品重关机分力自外者区能设后就等体下万元社过前面',
    charsets: ['gb18030'],
  },
  {
    letters:
      '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作里用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運',
    charsets: ['big5-hkscs'],
  },
  {
    letters:
      '이다는의에을가한고지를하사기도로인대은서어정해자리일있시나부아스보그과제전들수장만원상국라주구동성신',
    charsets: ['cp949'],
  },
];
