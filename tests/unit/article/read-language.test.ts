import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';
import { languageOfText } from '../../../src/language/detect-language.js';
import { primarySubtag } from '../../../src/article/language-tag.js';

const url = 'https://news.example/story';
const langOf = (attributes: string, text: string, head = '') =>
  extractArticle({
    url,
    html: `<html ${attributes}><head>${head}</head><body><article><p>${text}</p></article></body></html>`,
  }).lang;

/** Invented sentences about a port. */
const TEXTS: Readonly<Record<string, string>> = {
  en: 'The port was closed for a week and the harbour master said that it would not open before the end of the month.',
  de: 'Der Hafen war eine Woche lang geschlossen, und der Hafenmeister sagte, dass er nicht vor dem Ende des Monats öffnet.',
  fr: 'Le port a été fermé pendant une semaine et le capitaine a dit qu’il ne sera pas ouvert avant la fin du mois.',
  es: 'El puerto estuvo cerrado durante una semana y el capitán dijo que no se abre hasta el fin de mes por el daño.',
  pt: 'O porto esteve fechado durante uma semana e o capitão disse que não será aberto até ao fim do mês, por causa dos danos.',
  it: 'Il porto è stato chiuso per una settimana e il comandante ha detto che non sarà aperto prima della fine del mese.',
  nl: 'De haven was een week gesloten en de havenmeester zei dat het niet voor het einde van de maand open zou gaan.',
  da: 'Havnen var lukket i en uge, og havnefogeden sagde, at den ikke vil blive åbnet før slutningen af måneden efter skaden.',
  no: 'Havnen var stengt i en uke, og havnesjefen sier at den ikke blir åpnet før slutten av måneden etter skaden, noen mener mot.',
  sv: 'Hamnen var stängd under en vecka och hamnkaptenen säger att den inte öppnas före slutet av månaden efter skadan.',
  pl: 'Port był zamknięty przez tydzień, a kapitan mówi, że nie będzie otwarty przed końcem miesiąca, jak to było po wypadku.',
  cs: 'Přístav byl týden uzavřen a kapitán řekl, že se neotevře do konce měsíce, protože je podle něj ještě poškozen a také starý.',
  tr: 'Liman bir hafta kapalı kaldı ve liman başkanı ay sonuna kadar açılmayacak dedi, çünkü hasar çok büyük ve daha yeni bir iş için para yok.',
  hr: 'Luka je bila zatvorena tjedan dana, a kapetan je rekao da se neće otvoriti prije kraja mjeseca jer je šteta velika.',
  ru: 'Порт был закрыт на неделю, и капитан сообщил, что он не откроется до конца месяца, так как это было бы опасно для всех.',
  uk: 'Порт був закритий на тиждень, і капітан сказав, що він не відкриється до кінця місяця, бо це ще небезпечно для всіх.',
  ar: 'كان الميناء مغلقا لمدة أسبوع وقال القبطان إن الميناء لن يفتح قبل نهاية الشهر بعد أن كانت الأضرار كبيرة في هذا العام على ما يبدو.',
  fa: 'بندر یک هفته بسته بود و ناخدا گفت که این بندر تا پایان ماه باز نمی شود و برای آن باید از دولت پول گرفت.',
  he: 'הנמל היה סגור במשך שבוע, ומנהל הנמל אמר כי לא ייפתח לפני סוף החודש בגלל הנזק הרב שנגרם לו.',
  hi: 'बंदरगाह एक सप्ताह के लिए बंद था और कप्तान ने कहा कि यह महीने के अंत तक नहीं खुलेगा क्योंकि नुकसान बहुत है।',
  zu: 'Ichweba belivaliwe isonto lonke, futhi umphathi uthe ngeke livulwe ngoba umonakalo mkhulu, kodwa kanye nabantu bakhe bathe ukuthi kusho ukuze.',
  ko: '항구는 일주일 동안 폐쇄되었고 항만장은 월말까지 다시 열리지 않을 것이라고 말했다. 피해가 매우 크기 때문이라고 그는 덧붙였다.',
  el: 'Το λιμάνι έμεινε κλειστό για μία εβδομάδα και ο λιμενάρχης είπε ότι δεν θα ανοίξει πριν από το τέλος του μήνα.',
};

describe('languageOfText', () => {
  it.each(Object.entries(TEXTS))('tells %s', (language, text) => {
    expect(languageOfText(text)).toBe(language);
  });

  it('does not guess from a few words', () => {
    expect(languageOfText('Port closed')).toBeNull();
    expect(languageOfText('')).toBeNull();
    expect(
      languageOfText('Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt'),
    ).toBeNull();
  });
});

describe('the language of an article', () => {
  const { en = '', de = '', hr = '', no = '', he = '' } = TEXTS;

  it('is what the page declares', () => {
    expect(langOf('lang="de-AT"', de)).toBe('de');
    expect(langOf('', de, '<meta http-equiv="content-language" content="de-DE, en">')).toBe('de');
    expect(langOf('', '', '<meta property="og:locale" content="pt_BR">')).toBe('pt');
  });

  it('is what the text is in when nothing is declared, or something else plainly', () => {
    expect(langOf('', de)).toBe('de');
    expect(langOf('lang="en"', de)).toBe('de');
    expect(langOf('lang="fr"', en)).toBe('en');
  });

  it('stays as declared among close languages and for unknown ones', () => {
    expect(langOf('lang="bs"', hr)).toBe('bs');
    expect(langOf('lang="fo"', no)).toBe('fo');
    expect(langOf('lang="yi"', he)).toBe('yi');
    expect(langOf('lang="en"', he)).toBe('he');
  });
});

it.each([
  ['pt-BR', 'pt'],
  ['en_US', 'en'],
  ['nb-NO', 'no'],
  ['nn', 'no'],
  ['zh-Hant-TW', 'zh'],
  ['cmn', 'zh'],
  ['iw', 'he'],
  ['in', 'id'],
  ['GER', 'de'],
  ['English', null],
  ['und', null],
  ['', null],
])('primarySubtag %j', (tag, subtag) => {
  expect(primarySubtag(tag)).toBe(subtag);
});
