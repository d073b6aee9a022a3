import type { Certainty, Language } from '../domain/identity.ts';

export interface LanguageGuess {
  readonly language: Language;
  readonly certainty: Certainty;
}

/** Letters of a text that are looked at: the body decides, and more of it does not change the answer. */
const MAX_CHARACTERS = 1500;
/** Fewer letters than this cannot tell a language from its neighbours. */
const MIN_LETTERS = 12;
/** tinyld is slow; it sees this much of a text that the rules cannot decide. */
const MAX_DETECTED = 300;

/** Letters that Urdu has and Arabic, Persian and Pashto lack; and those of its neighbours that Urdu lacks. */
const URDU = /[ٹڈڑںےہھ]/g;
const NOT_URDU = /[ټډړږښځڅېۍګڼڪٿٽڏڙڄڃڳڻٻەۆۇ]/g;
const URDU_WORDS = /(?<!\p{L})(?:کے|کی|کا|کو|میں|نے|سے|اور|ہے|ہیں)(?!\p{L})/gu;
const PUNJABI_WORDS = /(?<!\p{L})(?:دے|دی|دا|نوں|وچ|نیں|توں|ایہ|اے)(?!\p{L})/gu;

const KAZAKH = /[әғқңөұүһі]/g;
/** Kazakh has these beside the letters that it shares with Kyrgyz and Tatar. */
const KAZAKH_ONLY = /[қғұі]/g;
/** Letters of other Cyrillic alphabets: Ukrainian, Belarusian, Serbian, Macedonian, Tatar, Bashkir, Uzbek, Tajik. */
const NOT_RUSSIAN_OR_KAZAKH = /[їєґўђјљњћџѓќѕҗҡҙҫҳҷӣӯ]/g;
const RUSSIAN_WORDS =
  /(?<!\p{L})(?:и|в|во|на|с|со|что|по|не|из|для|от|к|о|об|за|до|при|как|это|был|была|было|были|его|их|который|которые|также|а|но|у|он|она|они)(?!\p{L})/gu;

/** Long vowels and frequent words of Kyrgyz, for sentences in which none of its own letters occurs. */
const KYRGYZ =
  /([аоуэ])\1|(?<!\p{L})(?:менен|жана|деп|деген|болгон|болуп|бир|бул|ал|алар|кийин|бар|жок|чейин|кээ)(?!\p{L})/gu;
const RUSSIAN_ENDINGS = /(?:ого|ому|ый|ая|ые|ых|ой|ть|ся|ция|ции|ения|ении|ет|ют|ит|али|ила)(?!\p{L})/gu;
const WORD = /\p{L}+/gu;
const ENGLISH_WORDS =
  /\b(?:the|of|and|to|that|for|with|was|were|by|from|at|as|his|her|this|has|have|had|which|their|it|be|are|been|not|will|in|is|on|or|can|you|they|he|she|its|than|but)\b/g;
const GERMAN_WORDS =
  /(?<!\p{L})(?:der|die|das|und|den|dem|des|von|zu|mit|für|auf|ist|im|ein|eine|einen|einer|eines|einem|nicht|sich|auch|nach|wurde|wird|sind|hat|werden|dass|über|bei|zur|zum|als|aus|am|sie|er|es)(?!\p{L})/gu;
const UZBEK = /[og][ʻʼ'’‘`]|\b(?:va|bilan|uchun|bir|bu|ham|deb|edi|bo|yil|emas|bor)\b/g;
const NOT_ENGLISH_OR_GERMAN = /[ığşçñãõåøæœłżźćńśčřžěůőűțșăéèêàùìò]/g;

/** Which of the five languages a text is in; `unknown` when it is too short or too mixed to tell. */
export async function identifyLanguage(text: string): Promise<LanguageGuess> {
  const sample = text.slice(0, MAX_CHARACTERS).toLowerCase();
  const arabic = count(sample, /[\u0620-\u06D3]/g);
  const cyrillic = count(sample, /[\u0400-\u04FF]/g);
  const latin = count(sample, /[a-z\u00C0-\u024F]/g);
  const letters = Math.max(arabic, cyrillic, latin);
  if (letters < MIN_LETTERS) return { language: 'other', certainty: 'unknown' };
  const language = await mainLanguage(sample, { arabic, cyrillic, latin });
  return { language, certainty: language === 'other' && letters < 3 * MIN_LETTERS ? 'unknown' : 'inferred' };
}

type LetterCounts = Readonly<Record<'arabic' | 'cyrillic' | 'latin', number>>;

async function mainLanguage(sample: string, { arabic, cyrillic, latin }: LetterCounts): Promise<Language> {
  const elsewhere = count(sample, /\p{L}/gu) - arabic - cyrillic - latin;
  if (elsewhere > Math.max(arabic, cyrillic, latin)) return 'other';
  if (arabic >= cyrillic && arabic >= latin) return ofArabicScript(sample, arabic);
  return cyrillic >= latin ? ofCyrillicScript(sample, cyrillic) : ofLatinScript(sample);
}

function ofArabicScript(sample: string, letters: number): Language {
  const urdu = count(sample, URDU);
  if (urdu < 0.035 * letters || count(sample, NOT_URDU) > 0.25 * urdu) return 'other';
  return count(sample, PUNJABI_WORDS) > count(sample, URDU_WORDS) ? 'other' : 'ur';
}

async function ofCyrillicScript(sample: string, letters: number): Promise<Language> {
  const kazakh = count(sample, KAZAKH);
  const foreign = count(sample, NOT_RUSSIAN_OR_KAZAKH);
  if (foreign > Math.max(1, 0.008 * letters) && foreign > 0.15 * kazakh) return 'other';
  if (kazakh > 0.03 * letters) return ofTurkicCyrillic(sample, kazakh);
  const russian = count(sample, RUSSIAN_WORDS) / count(sample, WORD);
  if (russian > 0.12 && count(sample, /[ыэ]/g) > 0.01 * letters) return 'ru';
  if ((kazakh > 0.01 * letters && russian < 0.05) || count(sample, KYRGYZ) > 0.03 * letters) return 'other';
  const found = await detected(sample, /[а-яё]/);
  const isRussian = russian > 0.04 || count(sample, RUSSIAN_ENDINGS) > 2 || (found === 'ru' && letters < 40);
  if (found === 'kk' && kazakh > 0) return 'kk';
  return isRussian && (found === 'ru' || found === 'kk') ? 'ru' : 'other';
}

/** Ukrainian has і but no ы; Kyrgyz, Tatar and Mongolian have ө and ү but neither қ nor і. */
function ofTurkicCyrillic(sample: string, kazakh: number): Language {
  if (count(sample, KAZAKH_ONLY) < 0.25 * kazakh) return 'other';
  const isUkrainian = count(sample, /ы/g) === 0 && count(sample, /[әғқңөұү]/g) < 0.2 * kazakh;
  return isUkrainian ? 'other' : 'kk';
}

async function ofLatinScript(sample: string): Promise<Language> {
  const words = count(sample, WORD);
  const english = count(sample, ENGLISH_WORDS) / words;
  const german = count(sample, GERMAN_WORDS) / words;
  const uzbek = count(sample, UZBEK) / words;
  const foreign = count(sample, NOT_ENGLISH_OR_GERMAN) / words + uzbek;
  const [best, second] = english > german ? [english, german] : [german, english];
  const isClear = words >= 8 && best > 0.15 && best > 2 * second && foreign < 0.1;
  if (isClear) return english > german ? 'en' : 'de';
  return words >= 8 && (best < 0.06 || uzbek > best) ? 'other' : detected(sample, /[a-zäöüß]/);
}

/** What tinyld says of the words in one script. Its tables are large, so they are loaded when first needed. */
async function detected(sample: string, script: RegExp): Promise<Language> {
  const { detect } = await import('tinyld');
  const words = sample.split(/\s+/).filter((word) => script.test(word));
  const found = detect(words.join(' ').slice(0, MAX_DETECTED));
  return found === 'en' || found === 'de' || found === 'ru' || found === 'kk' ? found : 'other';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
