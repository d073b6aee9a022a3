import type { Language } from '../domain/identity.ts';
import { normaliseWord } from './words.ts';

const ENGLISH =
  setOf(`a about above after again against all also am among an and any are as at be because been before
  being below between both but by can could did do does doing down during each few for from further get had has have
  having he her here hers him his how i if in into is it its itself just like many may me might more most much must my no
  nor not now of off on once only or other our out over own per said same say says she should so some such than that the
  their them then there these they this those through to too under until up upon us very via was we were what when where
  which while who whom whose why will with within without would yet you your`);

const GERMAN =
  setOf(`ab aber als also am an auch auf aus bei beim bis da dabei dadurch daher damit dann das dass dein dem
  den denn der deren des dessen deshalb die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen
  einer eines er es etwa für gab gegen habe haben hat hatte hatten hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren
  ihrer im in indem ins ist ja jede jedem jeden jeder jedes kann kein keine können man mehr mein mit muss nach nicht noch
  nun nur ob oder ohne sagte sehr sei sein seine seinem seinen seiner seit sich sie sind so sowie sowohl über um und uns
  unser unter vom von vor war waren was weil welche welcher wenn wer werden wie wieder wir wird wo wurde wurden zu zum
  zur zwischen wann warum wieso wohin woher wieviel wen wem`);

const RUSSIAN =
  setOf(`а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да даже для до
  его ее если есть еще же за и из или им их к как какой кем когда которая которого которой котором которому которую
  которые который которым которых кто куда ли лишь между меня мне может можно мы на над нам нас не него нее нет ни них
  но ну о об однако он она они оно от очень по под после при про с сам свою себя со своего своей свои своих сказал так
  также такой там те тем то того тоже той только том тот ту ты у уже чем через что чтобы эта эти этим этих это этого этой
  этом этот эту я сколько почему зачем откуда чей`);

const URDU =
  setOf(`اب ابھی اس اسی ان انہوں انہیں انھوں انھیں اور ایک ایسے اگر آج آپ آئے آنے بعد بھی بہت بن بلکہ پر پھر
  پہ تا تاکہ تاہم تک تو تھا تھی تھے تھیں جا جاتا جاتی جاتے جائے جانے جب جس جن جو جہاں جیسے چکا چکی چکے حال خود دی دیا دیے
  دیں دے دینے رہا رہی رہے رہیں ساتھ سب سکتا سکتی سکتے سے طرح طور علاوہ کا کب کچھ کر کرتا کرتی کرتے کرنا کرنے کسی کہ کہا کہاں
  کو کوئی کون کی کیا کیوں کیسے کے کئی گا گئی گئے گی گیا گے لیا لیے لئے لیکن مگر میں مزید ہم نہ نہیں نیز نے وہ وہاں والا
  والی والے وغیرہ ہر ہو ہوا ہوئی ہوئے ہونے ہوں ہوگا ہوگی ہی ہے ہیں یا یعنی یہ یہاں یہی کیلئے ذریعے جبکہ چاہیے کتنا کتنی کتنے کونسا کونسی`);

const KAZAKH =
  setOf(`ал алайда ай арқылы артық бар барлық басқа бастап бен бері бір бірақ бірге біз біздің бойынша болады
  болды болып болатын болған болса бола болу бұдан бұл бұған бұның бүкіл де деген дейді дейін деп деді да дегенмен егер еді
  екен екенін ең енді ерекше ету етті етіп еткен ешқандай ғана жатқан жағдайда жай жақын және жоқ жүр жүрген жөнінде
  кейін кейбір керек кім көп қай қайта қандай қазір қана қарай қарамастан қатар қатысты қашан мен менің мұнда мұндай не неге
  немесе не ол олай олар олардың онда онан оның оны осы осындай отыр өзі өте өз пен сол соң сондай сондықтан сонымен
  сіз тағы та те тек туралы тұр тұрған үшін ұшін хабарлайды шейін яғни әрі әр әрбір айтты атап бойы сияқты тарапынан
  қанша қайда қайдан кімнің кімге нені неше`);

const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = Object.freeze({
  en: ENGLISH,
  de: GERMAN,
  ru: RUSSIAN,
  ur: URDU,
  kk: KAZAKH,
  other: ENGLISH,
});

/** Words that say nothing about what a passage is about; takes the form of `normaliseWord`. */
export function isStopWord(norm: string, language: Language): boolean {
  return STOP_WORDS[language].has(norm);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(normaliseWord));
}
