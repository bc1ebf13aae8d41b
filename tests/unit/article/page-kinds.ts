import { ARTICLES } from './articles-like-others.js';
import { BRIEF, images, jsonLd, NAV, page, STORY, teasers, title, type KindCase } from './page-parts.js';

const errorPage = (language: string, heading: string, text: string): KindCase => ({
  name: `an error page in ${language}`,
  kind: 'error',
  url: 'https://paper.example/2026/05/bridge-vote',
  html: page(title(`${heading} | Paper Example`), `${NAV}<main><h1>${heading}</h1><p>${text}</p></main>`),
});
const consentPage = (language: string, heading: string, text: string, button: string): KindCase => ({
  name: `a consent wall in ${language}`,
  kind: 'consent',
  url: 'https://paper.example/2026/05/bridge-vote',
  html: page(
    title('Paper Example'),
    `<main><h1>${heading}</h1><p>${text}</p><button>${button}</button><a href="/more">…</a></main>`,
  ),
});
const loginPage = (language: string, heading: string, button: string): KindCase => ({
  name: `a login page in ${language}`,
  kind: 'login',
  url: 'https://paper.example/2026/05/bridge-vote',
  html: page(
    title(`${heading} – Paper Example`),
    `<main><h1>${heading}</h1><form><input type="email"><input type="password"><button>${button}</button></form></main>`,
  ),
});

const ERRORS: readonly KindCase[] = [
  errorPage(
    'English',
    'Page not found',
    'We looked everywhere, but the page you asked for is not here. It may have moved when we rebuilt our site, or the address was mistyped. Try the front page or the search.',
  ),
  errorPage('English, with a code', 'Error 404', 'Sorry.'),
  errorPage('English, long', "Oops! The page you're looking for doesn't exist", 'Go back.'),
  errorPage('German', 'Seite nicht gefunden', 'Die Adresse ist falsch oder die Seite ist umgezogen.'),
  errorPage('French', 'Page introuvable', 'Cette adresse ne mène nulle part.'),
  errorPage('Spanish', 'Página no encontrada', 'Esta dirección no lleva a ninguna parte.'),
  errorPage('Portuguese', 'Página não encontrada', 'O endereço pode ter mudado.'),
  errorPage('Italian', 'Pagina non trovata', 'L’indirizzo è sbagliato.'),
  errorPage('Dutch', 'Pagina niet gevonden', 'Het adres klopt niet.'),
  errorPage('Polish', 'Nie znaleziono strony', 'Adres jest błędny.'),
  errorPage('Russian', 'Страница не найдена', 'Возможно, адрес изменился.'),
  errorPage('Turkish', 'Sayfa bulunamadı', 'Adres değişmiş olabilir.'),
  errorPage('Arabic', 'الصفحة غير موجودة', 'ربما تغير العنوان.'),
  errorPage('Hindi', 'पृष्ठ नहीं मिला', 'पता बदल गया होगा।'),
  errorPage('Japanese', 'お探しのページは見つかりませんでした', 'アドレスが変わったかもしれません。'),
  errorPage('Chinese', '页面不存在', '地址可能已更改。'),
  errorPage('Korean', '페이지를 찾을 수 없습니다', '주소가 바뀌었을 수 있습니다.'),
];

const CONSENTS: readonly KindCase[] = [
  consentPage(
    'English',
    'Before you continue',
    'We and our 212 partners store and read information on your device, such as cookies, and process personal data, to show personalised ads, to measure them and to learn about our readers. You may accept or refuse, and change your mind at any time. '.repeat(
      3,
    ),
    'Accept all',
  ),
  consentPage(
    'English, without a telling heading',
    'Paper Example',
    'With your consent we and our partners use cookies and process personal data for personalised ads. Some vendors rely on a legitimate interest, which you may object to.',
    'I agree',
  ),
  consentPage(
    'German',
    'Wir nutzen Cookies',
    'Mit Ihrer Einwilligung verarbeiten wir und unsere Partner personenbezogene Daten.',
    'Akzeptieren und weiter',
  ),
  consentPage(
    'French',
    'Le respect de votre vie privée est notre priorité',
    'Avec votre consentement, nos partenaires utilisent des cookies.',
    'Tout accepter',
  ),
  consentPage(
    'Spanish',
    'Valoramos tu privacidad',
    'Nosotros y nuestros socios usamos cookies.',
    'Aceptar todo',
  ),
  consentPage('Dutch', 'Je privacy is belangrijk', 'Wij en onze partners plaatsen cookies.', 'Akkoord'),
  consentPage(
    'Polish',
    'Szanujemy Twoją prywatność',
    'Nasi partnerzy używają plików cookies.',
    'Przejdź do serwisu',
  ),
  consentPage('Japanese', 'プライバシーについて', '当社とパートナーはクッキーを使用します。', '同意する'),
];

const LOGINS: readonly KindCase[] = [
  loginPage('English', 'Log in to continue reading', 'Log in'),
  loginPage('German', 'Anmelden', 'Weiter'),
  loginPage('French', 'Connectez-vous', 'OK'),
  loginPage('Spanish', 'Iniciar sesión', 'Entrar'),
  loginPage('Russian', 'Вход на сайт', 'Войти'),
  loginPage('Japanese', '会員登録', '登録'),
  {
    name: 'a registration wall over an article without its text',
    kind: 'login',
    url: 'https://paper.example/2026/05/bridge-vote',
    html: page(
      title('Council puts off the vote') +
        jsonLd({
          '@type': 'NewsArticle',
          headline: 'Council puts off the vote',
          datePublished: '2026-05-04',
        }),
      '<h1>Council puts off the vote</h1><div><h2>Create a free account</h2><form><input type="email"></form></div>',
    ),
  },
  ...[
    'Anmelden und weiterlesen',
    'Connectez-vous pour lire la suite',
    'Войдите, чтобы продолжить чтение',
  ].map((heading) => ({
    name: `a wall that says “${heading}”`,
    kind: 'login' as const,
    url: 'https://paper.example/2026/05/bridge-vote',
    html: page(title('Paper Example'), `<h1>Paper Example</h1><h2>${heading}</h2><p>…</p>`),
  })),
];

const LISTS: readonly KindCase[] = [
  {
    name: 'a front page',
    kind: 'home',
    url: 'https://paper.example/?utm_source=feed',
    html: page(
      title('Paper Example') + '<meta property="og:type" content="website">',
      NAV + teasers(12) + STORY,
    ),
  },
  {
    name: 'a front page of a language',
    kind: 'home',
    url: 'https://paper.example/de/',
    html: page(title('Zeitung'), NAV + teasers(3)),
  },
  {
    name: 'a category by its address',
    kind: 'section',
    url: 'https://paper.example/category/harbours/',
    html: page(title('Harbours – Paper Example'), `${NAV}<h1>Harbours</h1>${teasers(10)}`),
  },
  {
    name: 'an author’s page by its JSON-LD',
    kind: 'section',
    url: 'https://paper.example/people/ana-ruiz-reporter-1',
    html: page(title('Ana Ruiz') + jsonLd({ '@type': 'CollectionPage' }), `<h1>Ana Ruiz</h1>${teasers(6)}`),
  },
  {
    name: 'a section with a short address',
    kind: 'section',
    url: 'https://paper.example/world/asia',
    html: page(title('Asia'), `<h1>Asia</h1>${teasers(24)}`),
  },
  {
    name: 'results of a search',
    kind: 'search',
    url: 'https://paper.example/?s=harbour',
    html: page(title('You searched for harbour - Paper Example'), `<h1>Results</h1>${teasers(8)}`),
  },
  {
    name: 'results of a search in German',
    kind: 'search',
    url: 'https://paper.example/suche?wort=hafen',
    html: page(title('Suchergebnisse für Hafen'), `<h1>Suche</h1>${teasers(8)}`),
  },
];

const MEDIA: readonly KindCase[] = [
  {
    name: 'a gallery',
    kind: 'gallery',
    url: 'https://paper.example/photos/2026/05/bridges-of-the-north',
    html: page(title('Bridges of the north'), `<h1>Bridges of the north</h1>${images(9)}<p>${BRIEF}</p>`),
  },
  {
    name: 'a gallery by its JSON-LD',
    kind: 'gallery',
    url: 'https://paper.example/a/5512',
    html: page(title('Brücken') + jsonLd({ '@type': 'ImageGallery' }), `<h1>Brücken</h1>${images(5)}`),
  },
  {
    name: 'a film by Open Graph',
    kind: 'video',
    url: 'https://tube.example/w?v=1',
    html: page(
      title('A bridge moves') + '<meta property="og:type" content="video.other">',
      `<p>${BRIEF}</p>`,
    ),
  },
  {
    name: 'a film with a player',
    kind: 'video',
    url: 'https://paper.example/video/2026/a-bridge-moves',
    html: page(title('A bridge moves'), `<h1>A bridge moves</h1><video src="/a.mp4"></video><p>${BRIEF}</p>`),
  },
  {
    name: 'an episode of a podcast',
    kind: 'audio',
    url: 'https://paper.example/podcast/quays/12',
    html: page(
      title('Quays, 12') + jsonLd({ '@type': 'PodcastEpisode', name: 'Quays, 12' }),
      `<h1>Quays, 12</h1><p>${BRIEF}</p>`,
    ),
  },
];

const CHECKS: readonly KindCase[] = [
  {
    name: 'a check for bots',
    kind: 'bot_check',
    url: 'https://paper.example/2026/05/bridge-vote',
    html: page(title('Are you a robot?'), '<h1>Are you a robot?</h1><p>Press and hold the button.</p>'),
  },
  {
    name: 'a check for bots in Russian',
    kind: 'bot_check',
    url: 'https://paper.example/2026/05/bridge-vote',
    html: page(title('Проверка браузера'), '<p>Подождите несколько секунд.</p>'),
  },
];

/** Invented pages of every kind. */
export const KIND_CASES: readonly KindCase[] = [
  ...ERRORS,
  ...CONSENTS,
  ...LOGINS,
  ...LISTS,
  ...MEDIA,
  ...CHECKS,
  ...ARTICLES,
];
