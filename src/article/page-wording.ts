/**
 * What pages that hold no article call themselves, in the languages the web is mostly written in. Lines are folded
 * first (see `foldHeading`): lower case, punctuation gone, single spaces. Each pattern must cover a whole line, because
 * "Page not found" is an error and "Page not found: how dead links rot the web" a story.
 */

/** Lines are headings; a longer one is none. */
const MAX_LINE_LENGTH = 160;

/**
 * A heading as the patterns below expect it. Marks are kept: Indic and Thai vowels are such.
 *
 * @param text - a title, or a part of one
 */
export function foldHeading(text: string): string {
  return text
    .slice(0, MAX_LINE_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

/** Sighs and status codes before and after the words proper: "Oops! 404", "Fehler 404". */
const ERROR_LEAD =
  /^(?:(?:o+ps|whoops|uh oh|sorry|hoppla|ups|http|status|code|error|fehler|erreur|errore|erro|fout|foutmelding|błąd|ошибка|помилка|chyba|fel|fejl|feil|virhe|hata|eroare|hiba|greška|грешка|σφάλμα|エラー|错误|錯誤|오류|lỗi|خطأ|خطای|שגיאה|[45]\d\d)(?= |$) ?)+/u;
const ERROR_TAIL =
  /(?: (?:error|fehler|erreur|errore|erro|fout|błąd|ошибка|chyba|fel|fejl|hata|エラー|错误|오류|[45]\d\d|1))+$/u;
const ERROR_CODE = /(?:^| )(?:404|410)(?= |$)/;

const NOT_FOUND = lines(
  // English
  '(?:the |this |that |your )?(?:requested )?(?:page|article|story|post|content|document|file|resource|url|link)(?: (?:you|re|are|ve|have|were|was|is|has|been|requested|looking|for|that|cannot|can|could|seems|to|be|we|on|this|server))* (?:(?:not|t) (?:be )?found|(?:does not|doesn t|no longer) exist|(?:no longer|not|isn t|un) ?available|removed|deleted|missing|gone)',
  'not found|nothing (?:was )?found|(?:we )?(?:can t|cannot|couldn t|could not|can not) find (?:that|the|this) (?:page|article)(?: you (?:re|are|were) looking for)?|(?:that|this) page (?:can t|cannot|could not) be found|dead link|broken link|gone',
  '(?:internal )?server error|bad gateway|gateway time ?out|service (?:temporarily )?unavailable|bad request|forbidden|access (?:denied|forbidden)|unauthori[sz]ed',
  '(?:site |we are |we re |down for |under |scheduled )*maintenance(?: mode)?|(?:we ll|we will) be (?:right )?back(?: (?:soon|shortly))?|something went wrong|an error (?:has )?occurred|application error',
  // German, Dutch, Nordic
  '(?:die |diese )?(?:gewünschte |angeforderte |aufgerufene |gesuchte )?(?:seite|artikel|inhalt|dokument)(?: (?:konnte|kann|wurde|ist|leider))* nicht (?:gefunden(?: werden)?|(?:mehr )?verfügbar|vorhanden)|seite existiert nicht(?: mehr)?|nicht gefunden|wartungsarbeiten|zugriff verweigert|interner serverfehler',
  '(?:de )?pagina (?:is )?niet (?:meer )?(?:gevonden|beschikbaar)|niet gevonden|deze pagina bestaat niet(?: meer)?',
  '(?:sidan|siden|side) (?:(?:kunde|kan|kunne|blev|ble|finns|findes|finnes|inte|ikke|hittades|eksisterer) ?)+(?:hittas|hittades|fundet|funnet|finnes|længere|lenger)?|sivua ei löy(?:dy|tynyt)|ikke funnet|ikke fundet',
  // Romance
  '(?:la |cette )?page (?:demandée |recherchée )?(?:est |n est |n existe |n a |pas |plus |été |non )*(?:introuvable|trouvée|disponible|pas|plus)|(?:contenu|article) introuvable|non trouvée?|accès (?:refusé|interdit)|erreur interne du serveur|site en maintenance',
  '(?:la )?página (?:solicitada |que buscas |que busca )?(?:no (?:se (?:ha )?)?(?:encontrada|encontrado|encontró|encuentra|existe|disponible|está disponible)|inexistente)|no encontrad[ao]|página no encontrada|acceso denegado|contenido no disponible',
  '(?:a )?página (?:solicitada )?(?:não (?:foi )?(?:encontrada|existe|disponível|está disponível)|inexistente)|não encontrad[ao]|acesso negado|pagina non (?:è stata )?(?:trovata|disponibile|esiste)|(?:la )?pagina (?:richiesta )?non (?:è stata trovata|esiste|è disponibile)|non trovat[ao]|accesso negato|pagin[aă] (?:nu (?:a fost găsită|există)|negăsită)|pàgina no trobada',
  // Slavic, Baltic, Hungarian, Greek, Turkish
  '(?:strona|podana strona|szukana strona) (?:nie (?:została )?(?:znaleziona|istnieje)|o podanym adresie nie istnieje)|nie znaleziono(?: strony)?|stránk[ay] (?:nebyla |nebola )?(?:nenalezena|nalezena|nájdená|nenájdená|neexistuje)|stranica nije (?:pronađena|nađena)|stran ni bila najdena|puslapis nerastas|lapa nav atrasta|lehekülge ei leitud',
  '(?:такая |эта |запрашиваемая |запрошенная )?страница (?:не найдена|не существует|удалена|недоступна)|не найдено|доступ (?:запрещ[её]н|закрыт)|сторінк[ау] не (?:знайдено|існує)|не знайдено|страницата не (?:е намерена|беше намерена|съществува)|страница није пронађена',
  '(?:az |a )?(?:keresett )?oldal nem (?:található|létezik)|(?:η )?σελίδα δεν (?:βρέθηκε|υπάρχει)|sayfa bulunamadı|aradığınız sayfa bulunamadı|erişim engellendi',
  // Semitic, Persian, Indic, South-East and East Asian
  '(?:لم يتم العثور على )?الصفحة(?: التي تبحث عنها)?(?: المطلوبة)?(?: غير (?:موجودة|متوفرة|متاحة))?|صفحه (?:مورد نظر )?(?:یافت|پیدا) نشد|(?:ה)?(?:דף|עמוד)(?: המבוקש)? לא נמצא',
  'पृष्ठ नहीं मिला|पेज नहीं मिला|पेज उपलब्ध नहीं है|পৃষ্ঠাটি পাওয়া যায়নি|பக்கம் கிடைக்கவில்லை',
  '(?:halaman|laman) tidak (?:ditemukan|dijumpai|tersedia)|không tìm thấy(?: trang)?|trang không tồn tại|ไม่พบหน้า(?:ที่คุณต้องการ|เว็บ|นี้)?',
  '(?:お探しの|指定された)?(?:ページ|記事)(?:が|は)(?:見つかりません(?:でした)?|存在しません)|ページ(?:が)?見つかりません|(?:页面|頁面|网页|網頁|文章|内容)(?:不存在|未找到|找不到|已被?删除|已被?刪除|无法访问)|(?:抱歉 ?)?(?:您访问的)?(?:页面|頁面)(?:不存在|找不到(?:了)?)|找不到(?:页面|頁面|网页)|(?:요청하신 )?페이지를? 찾을 수 없습니다|존재하지 않는 페이지(?:입니다)?',
);

/** Whether a folded heading says that there is nothing here. */
export function saysError(line: string): boolean {
  const rest = line.replace(ERROR_LEAD, '').replace(ERROR_TAIL, '').trim();
  return rest === '' ? ERROR_CODE.test(line) : NOT_FOUND.test(rest) || NOT_FOUND.test(line);
}

/** Headings of pages that ask for consent before anything else. */
export const CONSENT_TITLE = lines(
  'before you continue(?: to .{1,40})?|we (?:value|care about|respect) your privacy|your privacy(?: (?:matters|choices|is important to us))?|(?:your |manage |privacy and |privacy )?(?:cookie|consent|privacy) (?:consent|settings|preferences|choices|wall|notice|options)|cookies?|cookie consent|we use cookies|your data your choice|consent|cookies (?:and|on) .{1,40}',
  '(?:ihre |deine )?(?:privatsphäre|einwilligung|datenschutz ?einstellungen|zustimmung)(?: (?:ist uns wichtig|erforderlich|verwalten))?|bevor (?:sie|du) (?:fortfahren|fortfährst|weitergehen)|wir (?:verwenden|nutzen) cookies|cookie (?:einstellungen|hinweis|zustimmung)|mit werbung (?:weiterlesen|lesen|nutzen)|ihre daten ihre wahl',
  '(?:nous respectons |le respect de )?votre vie privée(?: est notre priorité)?|avant de (?:continuer|poursuivre)|gestion des cookies|gérer (?:vos|les) cookies|votre consentement|(?:continuer|accéder au site) en acceptant les cookies',
  '(?:valoramos |respetamos )?(?:tu|su) privacidad|antes de (?:continuar|seguir)|(?:configuración|aviso) de (?:las )?cookies|(?:valorizamos |respeitamos )?(?:a )?sua privacidade|aviso de cookies|(?:la )?tua privacy(?: è importante)?|(?:rispettiamo )?la tua privacy|prima di continuare|(?:impostazioni|informativa) (?:sui )?cookie|je privacy(?: is belangrijk)?|voordat je verdergaat|cookie instellingen|cookies op .{1,40}',
  '(?:twoja|szanujemy twoją) prywatność|zanim przejdziesz .{1,40}|ustawienia (?:plików )?cookies|ваша конфиденциальность|мы используем (?:файлы )?cookies?|файлы cookie|vaše soukromí|než budete pokračovat|din integritet|vi bryr oss om (?:din integritet|ditt personvern)|vi bruger cookies|vi använder cookies|evästeasetukset|gizliliğiniz(?: bizim için önemli)?|çerez (?:ayarları|tercihleri)|az ön adatvédelme|το απόρρητό σας|confidențialitatea ta',
  '(?:お客様の)?プライバシー(?:設定|について)|クッキーの設定|cookie(?:の)?(?:設定|使用について)|隐私设置|隱私設定|cookie ?设置|쿠키 설정|خصوصيتك(?: تهمنا)?|הפרטיות שלך(?: חשובה לנו)?|privasi anda|quyền riêng tư của bạn',
);

/** What is written on the button that agrees. */
export const CONSENT_BUTTON = lines(
  '(?:i )?(?:accept|agree|consent|allow)(?: (?:all|and continue|all cookies|cookies|to all|and close|continue))*|(?:reject|refuse|decline) all(?: cookies)?|got it',
  '(?:alle )?(?:cookies )?(?:akzeptieren|annehmen|zustimmen|erlauben)(?: und (?:weiter|fortfahren|weiterlesen))?|ich stimme zu|einwilligen|einverstanden|akzeptieren und weiter|alle(?: cookies)? (?:ablehnen|akzeptieren)',
  '(?:tout |j )?accepter?(?: (?:tout|et continuer|et fermer|les cookies))*|tout (?:accepter|refuser)|(?:aceptar|acepto|rechazar)(?: (?:todo|todas|y continuar|cookies|las cookies))*|(?:aceitar|aceito|concordo)(?: (?:tudo|todos|e continuar|cookies|os cookies))*|(?:accetta|accetto|rifiuta)(?: (?:tutti?|e continua|i cookie|tutto))*|(?:alles )?(?:accepteren|akkoord|toestaan|ja ik accepteer)(?: en doorgaan)?|alle cookies accepteren',
  '(?:akceptuję|zgadzam się|zaakceptuj)(?: (?:wszystkie|i przejdź dalej|wszystko))*|przejdź do serwisu|принять(?: (?:все|всё))?|согласен|соглашаюсь|прийняти(?: все)?|(?:přijmout|souhlasím)(?: (?:vše|a pokračovat))?|(?:godkänn|acceptera|godta|godkend|accepter|tillad)(?: alla| alle)?(?: cookies)?|hyväksy(?: kaikki)?(?: evästeet)?|kabul et(?:iyorum)?|tümünü kabul et|elfogadom|(?:αποδοχή|συμφωνώ)(?: όλων)?|accept(?:ă|ați)?(?: tot| toate)?|sunt de acord',
  '(?:すべて)?(?:同意する|許可する|承諾する|受け入れる)|同意(?:并继续|並繼續|して続ける)?|(?:全部)?接受(?:所有)?|(?:모두 )?(?:동의|수락|허용)(?:합니다|하기)?|(?:أوافق|موافق|قبول)(?: الكل)?|(?:אני )?(?:מסכים|אישור)(?: הכל)?|(?:terima|setuju)(?: semua)?|(?:chấp nhận|đồng ý)(?: tất cả)?|ยอมรับ(?:ทั้งหมด)?|स्वीकार करें',
);

/** Words of the law of consent. A text that uses several in few lines asks for it. */
export const CONSENT_TERMS: readonly RegExp[] = [
  /cookies?|кук[иі]|クッキー|쿠키|çerez|eväste|informasjonskaps|ملفات تعريف الارتباط/iu,
  /partners?\b|partnern|vendors?|dritt(?:e|anbieter)|partenaires|socios|parceiros|terze parti|proveedores|партн[её]р|partnerzy|パートナー|合作伙伴|파트너/iu,
  /personal data|personenbezogene|données (?:à caractère )?personnel|datos personales|dados pessoais|dati personali|persoonsgegevens|dan(?:e|ych) osobow|персональн|osobní údaje|personuppgifter|personopplysninger|kişisel veri|個人(?:データ|情報)|个人(?:数据|信息)|개인정보|البيانات الشخصية/iu,
  /consent|einwilligung|zustimm|consentement|consentimi?ento|consentimento|consenso|toestemming|zgod[ęay]|согласи|souhlas|samtyck|samtykke|suostumus|onay|hozzájárul|同意|동의|موافق/iu,
  /privacy policy|datenschutz|politique de confidentialité|política de privacidad|informativa (?:sulla )?privacy|privacybeleid|polityk[aię] prywatności|политик\p{L}{1,3} конфиденциальности|プライバシーポリシー|隐私政策|개인정보 처리방침|سياسة الخصوصية/iu,
  /legitimate interest|berechtigte[sn]? interesse|intérêt légitime|interés legítimo|interesse legittimo|gerechtvaardigd belang|personali[sz]ed (?:ads|advertising|content)|personalisierte|publicités? personnalisée|anuncios personalizados|gepersonaliseerd|spersonalizowan|パーソナライズ|个性化/iu,
];

/** Titles of pages to log in or register on. */
export const LOGIN_TITLE = lines(
  '(?:please )?(?:log ?in|sign ?in|log on|sign ?up|register|registration|login required|member login|subscriber login)(?: (?:to|or|for|with|and|your|an?|our|free|account|continue|register|sign|up|in|log|reading|read|this|the|article|full|story|subscribe))*(?: .{1,30})?|create (?:an|your|a free) account|(?:my )?account login|authentication required',
  '(?:bitte )?(?:anmelden|einloggen|anmeldung|login|registrieren|registrierung)(?: (?:oder|und|um|weiterzulesen|anmelden|registrieren))*|melden sie sich an|(?:se connecter|connexion|connectez vous|s identifier|identifiez vous|inscription|créer un compte)(?: (?:ou|pour|à|votre|compte|continuer|lire|la|suite|s inscrire))*',
  '(?:iniciar? sesión|inicia sesión|acceder|identifícate|regístrate|registro|crear una cuenta)(?: (?:o|para|en|tu|cuenta|seguir|leyendo|continuar|registrarse))*|(?:entrar|faça (?:seu )?login|iniciar sessão|cadastre se|acesse sua conta)(?: (?:para|ou|continuar|lendo))*|(?:accedi|accesso|registrati|entra)(?: (?:o|per|al|tuo|account|continuare|registrati))*|(?:inloggen|aanmelden|registreren|log in)(?: (?:of|om|verder|te|lezen|registreren))*',
  '(?:zaloguj się|logowanie|zarejestruj się|rejestracja)(?: .{1,30})?|(?:войти|вход|авторизация|регистрация|войдите)(?: (?:в|на|или|сайт|аккаунт|личный|кабинет|чтобы|продолжить|чтение))*|(?:увійти|вхід|реєстрація)|(?:přihlášení|přihlásit se|prihlásenie|bejelentkezés|belépés|regisztráció|autentificare|conectare|prijava|σύνδεση|είσοδος)|(?:logga in|logg inn|log ind|kirjaudu(?: sisään)?|rekisteröidy)(?: .{1,20})?|(?:giriş yap|üye girişi|üye ol|oturum aç)',
  '(?:تسجيل الدخول|إنشاء حساب|ورود|ثبت نام|התחברות|כניסה|הרשמה|लॉग ?इन(?: करें)?|साइन इन(?: करें)?)|(?:masuk|daftar|đăng nhập|đăng ký|เข้าสู่ระบบ|ลงชื่อเข้าใช้)|(?:ログイン|会員登録|サインイン|登录|登入|登錄|注册|註冊|로그인|회원가입)(?:する|画面|ページ|页面|頁面)?',
);

/** Headings that stand where the text of an article would go on: what to do first. */
export const WALL_HEADING = lines(
  '(?:please )?(?:log ?in|sign ?in|sign ?up|register|subscribe|create (?:an|your|a free) account)(?: (?:or|and|for|with|a|an|your|free|now|log ?in|sign ?in|sign ?up|register|subscribe|account|join))* to (?:continue|read|keep|access|unlock|view|see|finish).{0,60}|create (?:an|your|a free) account(?: .{1,40})?|this (?:article|story|content) is (?:only )?(?:for|available to) (?:registered users|members|subscribers)(?: only)?|already (?:a member|a subscriber|registered)(?: (?:log|sign) in)?',
  '(?:bitte )?(?:melden sie sich an|jetzt (?:anmelden|registrieren)|(?:kostenlos |jetzt )?registrieren|anmelden)(?: und| um)? (?:weiter ?lesen|weiterzulesen|den .{1,40}lesen)|(?:connectez vous|inscrivez vous|identifiez vous|abonnez vous)(?: .{1,20})? pour (?:lire|continuer|accéder).{0,40}|(?:inicia sesión|regístrate|suscríbete)(?: .{1,20})? para (?:seguir|continuar|leer).{0,40}|(?:faça (?:seu )?login|cadastre se|assine)(?: .{1,20})? para (?:continuar|ler).{0,40}|(?:accedi|registrati|abbonati)(?: .{1,20})? per (?:continuare|leggere).{0,40}|(?:log in|registreer|maak een (?:gratis )?account).{0,30} (?:om )?(?:verder )?te lezen',
  '(?:zaloguj się|zarejestruj się).{0,30} (?:aby|żeby|by) (?:czytać|przeczytać|kontynuować).{0,30}|(?:войдите|зарегистрируйтесь).{0,30} чтобы (?:читать|продолжить|прочитать).{0,30}|(?:logga in|logg inn|log ind) for (?:at|å|att) .{1,40}|logga in för att .{1,40}|kirjaudu .{0,20}(?:jatkaaksesi|lukeaksesi).{0,20}|okumaya devam etmek için .{1,30}|(?:ログイン|会員登録)(?:して|すると).{0,10}続き.{0,15}|(?:登录|登入|注册|註冊)(?:后|後|以)?(?:继续|繼續)?(?:阅读|閱讀).{0,10}|로그인(?:하고| 후).{0,15}',
);

/** Titles of result lists: the query follows. */
export const SEARCH_TITLE =
  /^(?:(?:you searched for|search(?: results?)?|results for|\d+ results?)|such(?:e|ergebnisse?)|(?:résultats? de (?:la )?)?recherche|(?:resultados de (?:la )?)?(?:búsqueda|busca|pesquisa)|(?:risultati (?:della )?)?ricerca|zoek(?:en|resultaten)|(?:wyniki )?wyszukiwani[ae]|(?:результаты )?поиска?|(?:výsledky )?(?:vyhledávání|hledání)|sökresultat|søgeresultater|søkeresultater|hakutulokset|arama sonuçları|نتائج البحث|תוצאות חיפוש|खोज परिणाम|検索結果|搜索结果|搜尋結果|검색 ?결과)(?= |$)/u;

/** Titles of checks for bots whose vendor nobody needs to know. */
export const BOT_CHECK_TITLE = lines(
  'just a moment|(?:please )?(?:verify|confirm|prove|verifying|checking) (?:that )?(?:you|if) (?:are|re|you are) (?:a |not a )?(?:human|robot|bot)|are you (?:a )?(?:human|robot)|(?:human|bot|browser|security|robot) (?:verification|check|challenge)|checking your browser(?: before accessing .{1,60})?|attention required|(?:please )?enable (?:javascript|cookies)(?: and (?:javascript|cookies))?(?: to continue)?|ddos protection|one more step|unusual traffic(?: detected)?|access to this page has been denied|captcha',
  'sind sie ein (?:mensch|roboter)|sicherheitsüberprüfung|vérification de sécurité|êtes vous (?:un )?(?:humain|robot)|vous n êtes pas un robot|verifica di sicurezza|verificación de seguridad|no soy un robot|verificação de segurança|weryfikacja|czy jesteś (?:człowiekiem|robotem)|проверка (?:безопасности|браузера)|вы не робот|я не робот|ロボットではありません|セキュリティチェック|安全验证|人机验证|安全驗證|로봇이 아닙니다|보안 확인',
);

function lines(...alternatives: string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})$`, 'u');
}
