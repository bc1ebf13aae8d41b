/** What the path of an address says of its page: whole segments, in the languages that addresses are mostly written in. */

/** `/`, `/index.html`, `/en`, `/de-at/`: nothing but a language. */
export const HOME_PATH = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|default|home)(?:\.\w{2,5})?\/?)?$/i;

/** What content systems file only lists under, with the name of the list and perhaps the number of its page. */
export const LIST_PATH =
  /\/(?:category|categor(?:ia|ie|y|ies)|kategorien?|catégorie|rubri(?:que|ca|eken)|tags?|etiqueta|schlagwort|mot-cle|authors?|autor(?:en|es)?|auteurs?|autore)\/[^/]{1,80}(?:\/page\/\d{1,5}|\/seite\/\d{1,5})?\/?$/i;
export const NEXT_PAGES_PATH = /\/page\/\d{1,5}\/?$/i;
/** A word or two, as menus name lists: `/politics`, `/world/asia`. Articles have longer names, or numbers. */
export const SHORT_PATH = /^(?:\/[a-z]{2,20}(?:-[a-z]{2,20})?){1,3}\/?$/i;

export const GALLERY_PATH =
  /\/(?:galler(?:y|ies|ia)|photo-?galler(?:y|ies)|galerien?|galeri[ae]s?|foto-?galeri[ae]?|fotogaller(?:y|ia)|bilder(?:galerie|serie|strecke)?|fotostrecken?|fotos?|photos?|photo-essays?|pictures|in-pictures|slideshows?|diaporamas?|imagenes|immagini|photostory)(?:[/-]|$)/i;
export const VIDEO_PATH = /\/(?:videos?|watch|v[ií]deos?|tv|mediathek|clips?|player|multimedia)(?:[/-]|$)/i;
export const AUDIO_PATH =
  /\/(?:podcasts?|audios?|listen|radio|episodes?|horen|hoeren|ecouter|sounds?)(?:[/-]|$)/i;
export const LOGIN_PATH =
  /\/(?:log-?in|sign-?(?:in|up)|register|registration|anmelden|anmeldung|einloggen|connexion|inscription|acceso|iniciar-sesion|inloggen|logowanie|auth|sso|account|subscribe|users?\/(?:login|sign_in))(?:[/.?-]|$)/i;
export const SEARCH_PATH =
  /\/(?:search|suche|recherche|buscar|busqueda|busca|pesquisa|cerca|ricerca|zoeken|szukaj|poisk|hledani|sok|arama)(?:[/.]|$)/i;
/** Names of the parameter that holds what was searched for. */
export const SEARCH_PARAMETERS: readonly string[] = ['s', 'q', 'query', 'search', 'keyword', 'suchbegriff'];
