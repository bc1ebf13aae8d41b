/**
 * `<meta>` names and properties, lower case, most trusted first: Open Graph (https://ogp.me/#type_article), Dublin Core,
 * schema.org microdata, Google Scholar's citation_*, and what Parse.ly, Sailthru, Cxense and content systems define.
 */

/** When the article was published: names made for it. */
export const PUBLISHED_META: readonly string[] = (
  'article:published_time article:published og:article:published_time og:published_time ' +
  'datepublished parsely-pub-date publishdate publish-date publish_date published pubdate ' +
  'article_date_original article.published publication_date sailthru.date dc.date.issued dcterms.issued ' +
  'cxenseparse:recs:publishtime cxenseparse:publishtime bt:pubdate prism.publicationdate ' +
  'citation_publication_date citation_date rnews:datepublished originalpublicationdate og:pubdate ' +
  'article:post_date article:date article:created shareaholic:article_published_time pub_date ' +
  'vr:published_time iso-8601-publish-date published_on published_at w-published-date published_time'
).split(' ');

/** General dates, which may be of the publication or of its last change. */
export const DOUBTFUL_META: readonly string[] = (
  'date dc.date dcterms.date dcterms.created dc.date.created dc.created date.release date.created date.available ' +
  'created datecreated displaydate ptime release_date'
).split(' ');

/** When it was last changed. */
export const MODIFIED_META: readonly string[] = (
  'article:modified_time og:updated_time datemodified article:modified article:updated ' +
  'dcterms.modified dc.date.modified lastmod last-modified modified cxenseparse:recs:lastmodified ' +
  'rnews:datemodified utime updated_time'
).split(' ');

/** Who wrote it. `article:author` is often the address of a profile, which is no name. */
export const AUTHOR_META: readonly string[] = (
  'article:author author og:article:author article:author:name article:author_name parsely-author ' +
  'sailthru.author dc.creator dcterms.creator byl byline authors cxenseparse:author citation_author ' +
  'rnews:author mediator_author shareaholic:article_author_name creator og:author'
).split(' ');
