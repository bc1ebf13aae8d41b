/** Words about those who write, in the languages that news is read in most. */

/** Words before a name: "Words by", "Von", "Par"; with the colon or the word "by" that makes them so. */
export const LEADING_WORDS =
  /^(?:(?:(?:written|posted|reported|published|submitted|reviewed|edited|created|compiled|ver(?:ö|oe)ffentlicht|geschrieben|verfasst|publié|écrit|rédigé|publicado|escrito|scritto|pubblicato|geplaatst|geschreven|authored|text|story|words|reporting|report|article|analysis|review|recipe|interview|artikel|beitrag)\s(?:und interview\s?:?\s?)?)?(?:(?:by|von|par|por|pelo|pela|door|przez|av|af|di|автор|текст|authors?|autor(?:in|en|es|a)?|autore|auteure?|text|texte|texto|interview|quelle|source|foto|photo|作者|著者|執筆|投稿者|文|記者|撰文)\s?[:：●]\s{0,2}|(?:by|von|vom|par|por|pelo|pela|door|przez|作者|投稿者)\s+|(?:by|von)(?=\p{Lu}\p{Ll}))|(?:author|autor|autorin|auteur|autore|about|über)\s(?=\p{Lu}\S{0,30}\s\p{Lu}))/iu;

const ROLE_ADJECTIVES =
  'senior|staff|chief|deputy|political|business|associate|special|contributing|managing|executive|freelance|foreign|' +
  'national|economics|technology|science|health|sports?|content|marketing|digital|product|software|principal|lead|' +
  'leitende[rn]?|stellvertretende[rn]?';
const ROLE_NOUNS =
  'editors?|reporters?|correspondents?|writers?|contributors?|journalists?|columnists?|producers?|analysts?|bureau|' +
  'co-?founders?|founders?|ceo|cto|director|manager|coordinator|officer|president|head|architect|engineer|attorney|' +
  'professor|specialist|strategist|consultant|redakteur(?:in)?|journalist(?:in)?|reporter(?:in)?|korrespondent(?:in)?|' +
  'chefredakteur(?:in)?|volontär(?:in)?|autor(?:in)?|author|rédacteur|rédactrice|journaliste|redactora?|periodista|' +
  'redattore|giornalista|dziennikarz|muhabir';

/** A verb or a section before "by", in lower case: "created by". */
export const LEADING_CLAUSE = /^\p{Ll}[\p{Ll} ]{0,30}\s(?:by|von|vom|par|por)\s+(?=\p{Lu})/u;

/** What follows a name: a date, a role, a place, an invitation, the desk or house that the person writes for. */
export const TRAILING_WORDS = new RegExp(
  `\\s*(?:[|•·–—(（／]|(?<![\\p{L}\\d.])\\d|\\s-\\s|\\s[,*]?\\s?(?=(?:${ROLE_ADJECTIVES}|${ROLE_NOUNS}|cnn|bbc|reuters|afp|usa today)\\s)|[,*]?\\s(?=(?:${ROLE_NOUNS})$)|\\s(?=(?:follow|updated|published|posted|last|view|is|was|covers|says|sagt|schrieb|wrote|alle artikel|all posts|mehr)(?:\\s|:|$))|(?<=[\\p{L}])\\s?(?:기자|記者)|\\s?編集部).*$`,
  'iu',
);
/** A place or a house after a name, in lower case: "In" is a name as well. */
export const TRAILING_PLACE = /\s(?:for|at|in|on|am|im|bei|aus|pour|dans|para)\s.*$/u;
/** "Chief Reporter" holds a role. */
export const ROLE = new RegExp(`(?:^|[\\s-])(?:${ROLE_NOUNS})(?:[\\s,]|$)`, 'iu');

/** Not people: roles, desks, letters after a name, and what content systems fill in. */
export const NO_NAME =
  /^(?:admin\w*|administrat\w+|editors?|staff|staff (?:writer|reporter)s?|editorial(?: (?:team|staff|board))?|(?:die |la |unsere )?redaktion|redaction|redazione|redacci[oó]n(?: \w+)?|redacao|redação|redactie|redakcja|redakce|red|rédaction|la rédaction|authors?|authored|profile|guest(?: post| author)?|contributors?|(?:news|web) ?desk|newsroom|online|webmaster|user|an[oó]n(?:ymous|imo|yme)|anonym|unknown|no author|none|null|undefined|default|press release|by|desk|(?:the )?team|posts?|posted|facebook|twitter|instagram|linkedin|follow(?: us)?(?: on .*)?|share|email|view(?: .*)?|(?:read|show|see) more.*|more.*|mitarbeiter|gast|root|test|wordpress|n a|agentur(?:en)?|agencies|(?:phd|md|dvm|mph|jr|sr|esq|rn|rdn|rd|ld|ms|ba|ma|mba|cpa|fand)|quelle.*|source.*|photo.*|foto.*|image.*|bild.*|updated.*|comments?.*|kommentare?.*|subscribe.*|sign .*|published.*|written|zvg|nachrichten|news|interview|text|zur .*|alle .*|zeige.*|show.*|voir.*|ver .*|all|january|february|march|april|june|july|august|september|october|november|december|mon|tue|wed|thu|fri|sat|sun)$/u;

/** Words that name a house, a board or a firm, and no person. */
export const HOUSE_WORDS =
  /(?:^| )(?:gmbh|ag|kg|ltd|limited|inc|llc|corp|corporation|company|plc|sa|srl|bv|se|e v|ev|media|medien|verlag|publishing|press|presse|news|nachrichten|times|post|zeitung|tageblatt|magazine?|magazin|journal|herald|tribune|gazette|today|online|digital|radio|tv|network|agency|agentur|agencia|agence|ajansi|ministerium|bundesministerium|\w*ministerium|ministry|department|amt|universit\w+|institut\w*|college|school|verband|verein|partei|party|stiftung|foundation|association|federation|council|committee|commission|bureau|office|sekretariat|pressestelle|redaktion|editors?|staff|team|desk|kitchens?|group|gruppe|services?|reports?|kommunikation|communications?|studio|labs?|club|germany|deutschland|\w+\.\w{2,3})(?= |$)/u;

/** Houses that sign: "Times Staff", "Redaktion", or an agency beside the site. */
export const DESK_WORDS =
  /(?:^| )(?:staff|team|editors|redaktion|redacción|rédaction|redazione|newsroom|desk|reports|afp|dpa|apa|ansa|efe|reuters|presse ?agentur|nachrichtenagentur|(?:press|news) agency)$/u;

/** News agencies: they sign beside people, and are called by their letters. */
export const AGENCIES =
  /^(?:afp|ap|apa|ansa|dpa|efe|epd|kna|sid|reuters|pti|ani|ians|upi|tass|ria|bta|ctk|čtk|pap|mti|belga|anp|ntb|tt|ritzau|sda|lusa|ptix?|aap|kyodo|jiji|xinhua|yonhap|dts|bloomberg|agence france presse|associated press|the associated press|press association)$/u;

/** Folders of sites that hold the pages of those who write. */
export const PEOPLE_FOLDER =
  'authors?|autor(?:en|es|i|e)?|auteurs?|profiles?|editors?|people|staff|by|contributors?|writers?|journalist[ae]?s?|reporters?|redaktion';
