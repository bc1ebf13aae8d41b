/**
 * Lines that stand inside bodies and are not of the article, in the languages of the larger news markets. Each
 * pattern is tried on one cleaned block of at most MAX_BOILERPLATE_LENGTH letters; none has nested quantifiers.
 */

/** Longer blocks are prose even if they begin like a pointer. */
export const MAX_BOILERPLATE_LENGTH = 400;

/** Blocks that begin like this point elsewhere: other stories, sign-up, follow us, apps, credits. */
export const POINTER_STARTS = starts(
  // other stories
  'see also|(?:also |further )?read(?: also| more| next)?(?: here| about| on)?:',
  'read (?:also|more|next|the full|our)\\b|also read\\b|must read',
  '(?:click here )?to read (?:more|the full)',
  'related(?:\\s(?:stories|story|articles?|news|posts?|content|coverage|reading|links?|topics|video|items|resources))?\\s*(?:[:|>»-]|$)',
  '(?:more|latest|other|recent|top|trending|popular|recommended|similar|suggested|featured)\\s(?:stories|news|articles|posts|reading|videos|coverage|headlines|content)\\b[^.]{0,40}$',
  'more (?:on|from|about|in)\\b[^.]{0,60}$|most (?:read|popular|viewed)\\b',
  'you (?:may|might|could) (?:also )?(?:like|enjoy|be interested)',
  'recommended(?: for you| reading)?:?$|don.t miss:?|watch(?: now| video| more| next| live| below)?:',
  'listen(?: now| to this)?:|in (?:pictures|pics|photos)[:|]?|continue reading|keep reading',
  'explore (?:further|more)|click here|tap here|learn more$|find out more|view (?:all|more|gallery|the full|comments)',
  'show (?:more|comments)|load more|up next|next (?:article|story|post)',
  'previous (?:article|story|post)|story continues|article continues|scroll (?:down )?to continue',
  'skip (?:to|advert|past)|jump to|back to top|go deeper|lesen sie (?:auch|mehr|dazu|hier)|lies auch',
  'zum weiterlesen|mehr (?:zum thema|dazu|lesen|aus|von|infos|artikel)|weiterlesen|auch interessant',
  'das könnte (?:sie|dich) (?:auch )?interessieren|siehe auch|zum thema|passend dazu|hier geht es zu',
  'zurück zur|lesetipp|lire aussi|à lire(?: aussi| également)?|a lire aussi|lisez (?:aussi|également)',
  'voir aussi|pour aller plus loin|en savoir plus|sur le même sujet|le[ea] (?:también|además|más|mas)',
  'lee (?:también|además|más)|te puede interesar|te recomendamos|ver más|más información:?$',
  'sigue leyendo|leia (?:também|mais|ainda)|veja (?:também|mais)|saiba mais|leggi anche',
  'leggi (?:tutto|di più)|per approfondire|potrebbe interessarti|vedi anche|approfondisci',
  'lees (?:ook|meer|verder)|bekijk ook|læs (?:også|mere)|les også|läs (?:också|mer|även)',
  'lue (?:myös|lisää)|czytaj (?:także|też|też|również|więcej|dalej)',
  'zobacz (?:także|też|również|więcej)|přečtěte si|čtěte (?:také|dále|více)|citește și|citeşte şi',
  'citiți și|olvassa? el|читайте (?:також|также|ещё|еще)|читать (?:также|далее)|дивіться також',
  'смотрите также|ayrıca oku|baca juga|simak juga|lihat juga|xem thêm|đọc thêm|【関連記事】|関連(?:記事|ニュース)',
  'あわせて読みたい|続きを読む|相关(?:阅读|新闻|报道)|延伸閱讀|更多(?:新闻|新聞|报道)|\\[?관련기사|اقرأ (?:أيضا|أيضاً|المزيد)|إقرأ أيضا',
  'קראו (?:גם|עוד)',
  // sign-up, follow, share, apps, money
  'sign(?: |-)?up (?:for|to|here|now|and)\\b|sign up$|subscribe(?: to| now| here| today| for)?\\b',
  'get (?:the|our|more|all the) (?:latest|best|free|top|day)|get (?:our|the) [^.]{0,40}newsletter',
  'join (?:our|the|us|over|more than)[^.]{0,40}(?:newsletter|whatsapp|telegram|community|channel|subscribers|list|facebook)',
  'follow (?:us|me|him|her|them|@|[\\p{L} ]{2,40} on (?:twitter|x|facebook|instagram|threads|linkedin|google|whatsapp))',
  'like us on|find us on|connect with us|stay (?:up to date|informed|connected|tuned|updated)',
  'share (?:this|on|via|your|the|it)\\b|share$|tweet$|print$|email$|save$|copy link|link copied',
  'download (?:the|our) [^.]{0,30}app\\b|enter your e-?mail',
  'thank(?:s| you) for (?:subscribing|signing up|reading)|support (?:our|us|independent)|donate\\b',
  'become a (?:member|subscriber|patron)|advertisement\\b.{0,40}$|advertising(?: feature)?$|ad$',
  'advert$|sponsored\\b.{0,60}$|promoted$|have (?:a|an?y) (?:news )?(?:tip|story|question)',
  'got a (?:news )?(?:tip|story)|do you have (?:a|any|more)? ?(?:news )?(?:tip|story|information)',
  'send (?:us )?(?:tips|your)|contact (?:us|the (?:author|editor|reporter))|email (?:us|the author)',
  'tell us what|what do you think|let us know|leave a (?:comment|reply)|post a comment',
  'join the (?:conversation|discussion)|comments?(?: \\(\\d+\\))?:?$|\\d+ comments?$|no comments',
  'submit (?:a|your) (?:letter|comment|story|tip)|report (?:a|an) (?:typo|error|mistake|this)|corrections?:',
  'we (?:may )?(?:earn|receive) (?:a |an )?(?:affiliate )?commission',
  'this (?:article|post|page|story) (?:may )?contains? (?:affiliate|sponsored|references to products)',
  'dies(?:er|e) (?:artikel|beitrag|seite) enthält (?:werbung|affiliate|provision)|werbung[.:]',
  'affiliate (?:links|disclosure)|all products (?:featured|recommended)',
  'listen to (?:this )?(?:article|story)|getting your trinity audio|your browser does not support',
  'please enable (?:javascript|js|cookies)|javascript is (?:disabled|required)',
  'to (?:view|see|watch|play) this (?:video|content)|this video (?:is|can)|play video|video player',
  'now playing|loading\\W*$|close$|image$|photos?$|video$|gallery$|newsletter\\b.{0,60}$',
  'jetzt (?:anmelden|abonnieren|newsletter)|folgen sie uns|folge uns|artikel teilen|teilen$|anzeige$',
  '(?:möchten sie |möchtest du )?(?:den|diesen) (?:artikel|beitrag) .{0,24}teilen|werbung$|empfohlener (?:redaktioneller|externer) inhalt',
  'an dieser stelle (?:finden sie|findest du|befindet sich|steht)|ich bin damit einverstanden',
  'personenbezogene daten|externen inhalt|(?:inhalt|inhalte) (?:erlauben|anzeigen|laden)|publicité$',
  'publicidad$|publicidade$|pubblicità$|reklama$|реклама$|реклама\\.|advertentie$|annonse?$|annons$',
  'mainos$|partag(?:er|ez)\\b.{0,30}$|s.abonner|abonnez-vous|inscrivez-vous',
  'suscr[ií]b(?:ete|ase|irse)\\b|síguenos|siga-nos|siga o|inscreva-se|assine\\b',
  'compartilh(?:e|ar)\\b.{0,40}$|comparte\\b.{0,40}$|compartir\\b.{0,40}$|iscriviti|seguici',
  'condividi\\b.{0,40}$|volg ons|deel dit|подписывайтесь|подпишитесь|підписуйтесь|поделиться',
  'поділитися|udostępnij|obserwuj nas|dołącz do|ikuti kami|bagikan',
  // consent
  '(?:our|this) (?:web)?site uses cookies|we (?:and our partners )?use cookies',
  'by (?:browsing|continuing|using this|clicking|signing up|subscribing)|accept (?:all|cookies)',
  'cookie (?:policy|settings|preferences)|manage (?:cookies|preferences|consent)',
  'privacy (?:policy|notice|settings)$|terms (?:of (?:use|service)|and conditions)',
  'diese (?:web)?seite (?:nutzt|verwendet) cookies|wir verwenden cookies|ce site utilise des cookies',
  'este sitio (?:web )?utiliza cookies',
  // credits, dates, rights
  '(?:photo(?:graph)?s?|image|images|picture|pic|foto|fotos|photo credit|image credit|featured image|cover image|header image|top image|lead image|video|bild|bilder|imagen|imagem|immagine|zdjęcie|фото|illustration|grafik|graphic|source|credit|credits|crédit(?: photo)?|bildquelle|fotocredit|bildnachweis|titelbild)(?: (?:by|credit|source|courtesy(?: of)?|von|de|par|via))?\\s?[:©/]',
  '(?:photo|image|picture|illustration|graphic|video)s? (?:by|courtesy|via|from|credit|provided by)\\b',
  '©|\\(c\\) ?\\d|copyright\\b|all rights reserved|getty images|(?:reuters|ap|afp|epa|pti|file) photo',
  '(?:first |originally |last )?(?:published|updated|posted|modified|last updated|publié|mis à jour|publicado|atualizado|actualizado|pubblicato|aggiornato|veröffentlicht|aktualisiert|stand|opublikowano|aktualizacja|опубликовано|обновлено)(?: (?:on|at|le|em|el|il|am))?\\s?:?\\s[^.]{0,20}\\d',
  'updated? at \\d|\\d+ min(?:ute)?s?\\.? (?:read|ago|lesezeit)',
  '(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo de leitura|tempo di lettura|est(?:imated)? read)',
  'tags?:|topics?:|filed under|categor(?:y|ies):|keywords?:|hashtags?:|labels:|posted in|themen:',
  'schlagwörter|etiquetas:|mots[- ]clés|теги|标签|タグ|editor.?s? (?:picks?|choice)|about the authors?',
  'about author|written by:?$|author:?$|(?:über|zum|zur) (?:den |die )?autor',
  'view (?:all posts|profile|bio)',
  '(?:this|the) (?:article|story|post|piece) (?:was |has been |is |first |originally )+(?:first |originally )?(?:published|appeared|posted|syndicated|republished)',
  'originally (?:published|posted|appeared)|the post .{3,200} (?:appeared first|first appeared) on',
  'key ?words',
);

/** Blocks that are nothing but this: names of buttons and boxes. */
export const LABEL_LINES =
  /^(?:(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\d:\d{2})*|\d+|[\p{P}\p{S}\s]+|by|von|par|por|di|advertisement|facebook|twitter|linkedin|whatsapp|telegram|reddit|pinterest|x|instagram|youtube|flipboard|tumblr|messenger|bluesky|threads|email|e-mail|mail|print|drucken|teilen|share|tweet|pin|copy|menu|search|home|reply|like|likes|more|mehr|next|previous|prev|back|top|live|new|breaking|opinion|analysis|exclusive|video|audio|photo|image|caption|credit|source|quelle|fonte|fuente|toggle caption|hide caption|enlarge this image|expand|read more|read less|show more|image caption|image source|media caption|getty images|reuters|ap|afp|dpa|pa media)[.:]?$/iu;

/** From such a heading on, late in the text, nothing is of the article any more. */
export const TAIL_HEADINGS =
  /^(?:about (?:the|our) (?:authors?|contributors?|writers?)|about the network|around the (?:network|web)|(?:you )?(?:may|might) also (?:like|enjoy|be interested in).*|related(?: (?:articles?|posts?|stories|news|content|reading|coverage|links|topics|resources))?|(?:read|see) (?:next|more|also)|more (?:from|on|stories|news|like this|articles|posts)\b[^.]{0,50}|recommended(?: (?:for you|reading|articles|stories))?|(?:latest|recent|popular|trending|top|featured|similar|other) (?:news|posts?|stories|articles|videos)|most (?:read|popular|viewed)|comments?|leave a (?:reply|comment)|(?:(?:\d+|no) )?(?:comments?|responses?|replies|thoughts?) (?:to|on|so far|yet)\b.*|(?:\d+|no) (?:comments?|responses?|replies)|share this.*|post navigation|author|written by|(?:über|zum) (?:den |die )?autor.*|mehr zum thema|das könnte sie auch interessieren.*|lesen sie auch|weitere (?:artikel|themen|nachrichten).*|sur le même sujet|à lire aussi|à propos de l.auteur|sobre (?:el|la|o|a) autora?|te puede interesar|notas relacionadas|noticias relacionadas|leia também|leia mais|leggi anche|articoli correlati|lees ook|meer over.*|关联阅读|相关阅读|相关新闻|関連記事|おすすめ記事|人気記事|читайте также|читайте також|zobacz także|czytaj także|powiązane.*)\s?[:.…»>]*$/iu;

/** A heading over what somebody says of himself; its subject is the first group. */
export const ABOUT_HEADINGS =
  /^(?:(?:about|über|à propos de|à propos du|acerca de|sobre|informazioni su|o firmie|про|о) |关于|關於)(\S.{1,40}?)\s?[:.]?$/iu;

/** "(see: Some Other Headline)" inside a sentence; publishers place them before the full stop. */
export const INLINE_POINTERS =
  /\s?[([](?:see|see also|read|read also|read more|also read|related|more|voir|lire aussi|siehe(?: auch)?|lesen sie auch|ver|véase|leia|leggi|zie ook|читайте)\s?:\s?[^()[\]]{3,200}[)\]]/giu;

function starts(...alternatives: string[]): RegExp {
  return new RegExp(`^(?:[\\p{P}\\p{S}\\s]{0,6})(?:${alternatives.join('|')})`, 'iu');
}
