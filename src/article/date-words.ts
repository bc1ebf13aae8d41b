/**
 * What the words around a date say about it. Labels are looked for in the text right before the date, lower case; they
 * are stems, so that endings do not matter. Names are class names and ids as `wordsOfNames` gives them.
 */

const MODIFIED_STEMS =
  'updat|modif|last (?:edit|review|chang)|edited|revis|reviewed|correct|aktualisi|geändert|änderung|überarbeitet|mis à jour|' +
  'mise à jour|maj |actualiz|atualiz|aggiorna|bijgewerkt|gewijzigd|uppdatera|ändrad|oppdater|opdater|endret|ændret|' +
  'päivit|muokattu|aktualiz|naposledy|обновл|изменен|оновл|змінен|ажурир|обновен|güncel|frissít|' +
  'ενημ|τροποπ|diperbarui|kemas ?kini|cập nhật|更新|修改|수정|업데이트|تحديث|تعديل|עודכן|עדכון|به‌?روز|अपडेट|আপডেট';

const PUBLISHED_STEMS =
  'publi|posted|released|veröffentlicht|erschienen|erstellt|eingestellt|paru|mis en ligne|postad|postet|pubblica|' +
  'gepubliceerd|geplaatst|skapad|julkais|opublikowan|data dodania|dodano|publikov|vydán|zverejnen|опубл|размещен|добавлен|' +
  'objavljen|objav|објављено|yayın|eklenme|megjelen|δημοσι|diterbitkan|tayang|xuất bản|đăng|发布|發布|發佈|发表|發表|公開|掲載|投稿|' +
  '입력|등록|게시|نشر|منشور|פורסם|תאריך|منتشر|انتشار|प्रकाशित|প্রকাশ';

/** Dates of other things: rights, expiry, events, births, retrieval. */
const OTHER_STEMS =
  '©|\\(c\\)|copyright|available (?:until|till)|verfügbar bis|valid|gültig|expire|deadline|einsendeschluss|begins?|' +
  'starts?|until|\\bbis|\\bborn|\\bgeb\\.|\\bjoined|member since|mitglied seit|registered|registriert|beigetreten|' +
  'retrieved|abgerufen|accessed|zugriff|printed|gedruckt|today|heute|release date|erscheinungsdatum|\\bissue|ausgabe';

export const MODIFIED_LABEL = new RegExp(MODIFIED_STEMS);
export const PUBLISHED_LABEL = new RegExp(PUBLISHED_STEMS);
export const OTHER_LABEL = new RegExp(OTHER_STEMS);

export const PUBLISHED_NAME = words(
  'date|dates|datetime|datum|fecha|data|time|timestamp|published|publish|pubdate|posted|post date|dateline|created',
  'article date|entry date|meta|info|byline|submitted|veröffentlicht|author|calendar|clock',
);
/** A name that says "published" beside one that says "updated": hAtom's classes stand on the same element. */
export const CLEARLY_PUBLISHED_NAME = words(
  'published|publish|publication|pubdate|posted|entry date|post date|created',
);
export const MODIFIED_NAME = words('updated?|modified|lastmod|last mod|revised|changed|aktualisiert');

/** Parts of a page that speak of other pages, or of readers. A date in them is never the article's. */
export const FOREIGN_NAME = words(
  'comments?|comment (?:list|meta|date|time)|related|recent|popular|latest|recommended|recommendations?|trending|teasers?',
  'most (?:read|viewed|popular)|read (?:more|next|also)|more (?:news|stories|articles|posts|from)|next (?:post|article)',
  'prev|previous|pagination|events?|ticker|newsticker|archive|archives|bio|cookies?|consent|replies|reply|disqus|upcoming',
);

/** Parts that mostly do, but are also names of columns that hold a dateline. */
export const SIDE_NAME = words(
  'sidebar|side bar|aside|footer|widget|rail|topbar|top bar|masthead|nav|navbar|menu|header top|calendar',
);

/** Names of whole pages, which list their columns: "layout right-sidebar". */
export const LAYOUT_NAME = words('layout|columns|page|site');

function words(...alternatives: string[]): RegExp {
  return new RegExp(`(?:^| )(?:${alternatives.join('|')})(?= |$)`);
}
