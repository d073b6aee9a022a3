import type { KnownLanguage } from '../domain/identity.ts';

/**
 * What a word of a sentence hints at. `visit` … `call` name happenings; `future` … `cancelled` their status; `state`,
 * `official`, `working` the kind of a visit; `signed` … `in-force` steps of an agreement; `invites` and `former` guard
 * against reading an invitation as a visit and a past office as a present one.
 */
export type Cue =
  | 'visit'
  | 'meeting'
  | 'call'
  | 'invites'
  | 'future'
  | 'postponed'
  | 'cancelled'
  | 'state'
  | 'official'
  | 'working'
  | 'signed'
  | 'to-sign'
  | 'negotiated'
  | 'proposed'
  | 'ratified'
  | 'in-force'
  | 'former';

type CueWords = Readonly<Record<Cue, readonly string[]>>;

/** Phrases as they stand in running text; nominal forms match their inflections, verbs are listed by form. */
export const CUE_WORDS: Readonly<Record<KnownLanguage, CueWords>> = {
  en: {
    visit: ['visit', 'visited', 'visits', 'arrived in', 'arrives in', 'landed in', 'touched down', 'trip to', 'reached'],
    meeting: [
      ...['met', 'meeting', 'held talks', 'talks with', 'talks', 'received', 'discussed', 'called on', 'meet', 'sat down'],
      ...['welcomed', 'conversation with', 'negotiations with', 'hosted'],
    ],
    call: ['phone call', 'telephone call', 'telephone conversation', 'by phone', 'by telephone', 'over the phone', 'spoke by phone', 'phoned', 'telephoned', 'on the phone'],
    invites: ['invited', 'invites', 'invitation to visit', 'extended an invitation', 'renewed the invitation', 'repeated the invitation'],
    future: [
      ...['will', 'is expected to', 'are expected to', 'is due', 'due to', 'upcoming', 'forthcoming', 'scheduled', 'is to', 'are to', 'plans to'],
      ...['planned for', 'set to', 'would visit', 'to visit', 'would come', 'is coming', 'would', 'next month', 'tomorrow'],
    ],
    postponed: ['postponed', 'put off', 'did not take place', 'did not happen', 'did not come', 'did not materialise', 'rescheduled', 'not taken place'],
    cancelled: ['cancelled', 'canceled', 'called off'],
    state: ['state visit'],
    official: ['official visit'],
    working: ['working visit'],
    signed: ['signed', 'inked', 'was signed', 'were signed', 'signs', 'sign', 'inks', 'concluded an agreement', 'exchanged'],
    'to-sign': [
      ...['ready to sign', 'readiness to sign', 'eagerness to sign', 'willingness to sign', 'to be signed', 'will sign', 'will be signed'],
      ...['expected to sign', 'intends to sign', 'would sign', 'to sign', 'for signature', 'would be signed', 'prepared to sign', 'the signing'],
    ],
    negotiated: [
      ...['finalise', 'finalize', 'finalisation', 'finalization', 'finalising', 'finalizing', 'finalised', 'finalized', 'negotiating', 'negotiations on'],
      ...['early conclusion', 'consensus', 'talks on', 'completion', 'complete the', 'draft', 'being worked out'],
    ],
    proposed: ['proposed', 'proposes', 'proposal', 'suggested', 'offered to'],
    ratified: ['ratified', 'ratification of'],
    'in-force': ['entered into force', 'in force', 'came into force', 'took effect'],
    former: ['then', 'former', 'ex', 'the then', 'predecessor'],
  },
  de: {
    visit: ['Besuch', 'besuchte', 'besucht', 'eingetroffen', 'traf in', 'reiste nach', 'Reise nach', 'gereist', 'Staatsbesuch', 'Visite', 'angekommen', 'landete'],
    meeting: ['traf', 'Treffen', 'empfing', 'Gespräch', 'Gespräche', 'diskutierte', 'sprach mit', 'kam zusammen', 'Unterredung', 'trafen', 'besprachen', 'getroffen', 'empfangen', 'berieten'],
    call: ['Telefonat', 'telefonierte', 'telefonierten', 'Telefongespräch', 'am Telefon', 'telefonisch'],
    invites: ['lud', 'eingeladen', 'lädt', 'Einladung nach'],
    future: ['wird', 'werden', 'soll', 'sollen', 'geplant', 'bevorstehend', 'erwartet', 'angekündigt', 'vorgesehen', 'will'],
    postponed: ['verschoben', 'fand nicht statt', 'nicht stattgefunden', 'vertagt', 'nicht zustande'],
    cancelled: ['abgesagt'],
    state: ['Staatsbesuch'],
    official: ['offizieller Besuch', 'offiziellen Besuch', 'offizielle Besuch', 'offiziellem Besuch', 'offizielle Visite'],
    working: ['Arbeitsbesuch'],
    signed: ['unterzeichnet', 'unterzeichneten', 'unterzeichnete', 'unterschrieben', 'unterschrieb'],
    'to-sign': ['zu unterzeichnen', 'unterzeichnet werden', 'unterzeichnen', 'unterzeichnungsreif', 'vor der Unterzeichnung', 'unterschriftsreif'],
    negotiated: ['abschließen', 'Abschluss', 'ausgehandelt', 'verhandelt', 'Verhandlungen über', 'Einigung', 'fertigstellen', 'Fertigstellung', 'Konsens', 'Entwurf', 'einig'],
    proposed: ['vorgeschlagen', 'schlug vor', 'Vorschlag'],
    ratified: ['ratifiziert'],
    'in-force': ['in Kraft getreten', 'trat in Kraft', 'in Kraft'],
    former: ['damalig', 'ehemalig', 'früher', 'Ex'],
  },
  ru: {
    visit: [
      ...['визит', 'прибыл', 'прибыла', 'посетил', 'посетила', 'посетит', 'прилетел', 'прилетела', 'поездка', 'госвизит'],
      ...['посещал', 'находился с визитом', 'прибудет'],
    ],
    meeting: [
      ...['встретился', 'встретилась', 'встретились', 'встреча', 'переговоры', 'провел', 'провели', 'принял', 'приняла', 'обсудил', 'обсудили', 'обсудила'],
      ...['беседа', 'встретится', 'проведет'],
    ],
    call: ['телефонный разговор', 'по телефону', 'телефонная беседа', 'созвонились', 'телефонные переговоры', 'позвонил'],
    invites: ['пригласил', 'пригласила', 'приглашение посетить', 'приглашен'],
    future: [
      ...['посетит', 'состоится', 'планируется', 'предстоящий', 'ожидается', 'намечен', 'намечена', 'прибудет', 'будет', 'будут', 'запланирован'],
      ...['проведет', 'встретится', 'завтра', 'должен', 'предстоит', 'намерен'],
    ],
    postponed: ['отложен', 'перенесен', 'не состоялся', 'не состоялась', 'отложили', 'не состоялось', 'сорвался'],
    cancelled: ['отменен', 'отменили'],
    state: ['государственный визит', 'госвизит'],
    official: ['официальный визит'],
    working: ['рабочий визит'],
    signed: ['подписали', 'подписан', 'подписана', 'подписано', 'подписаны', 'подписал', 'подписала', 'скрепили подписями', 'подписанный', 'подписанная'],
    'to-sign': ['готов подписать', 'готовность подписать', 'подпишут', 'будет подписан', 'будет подписана', 'к подписанию', 'подписать', 'намерены подписать', 'готовы подписать', 'будет подписано', 'подписание'],
    negotiated: ['доработать', 'завершить', 'завершение', 'согласовать', 'согласование', 'консенсус', 'проект', 'ускорить', 'переговоры по', 'доработка', 'скорейшее'],
    proposed: ['предложил', 'предложила', 'предложили', 'предложение', 'предложено'],
    ratified: ['ратифицирован', 'ратифицировал', 'ратифицировали', 'ратифицирована'],
    'in-force': ['вступил в силу', 'вступило в силу', 'вступила в силу', 'действует'],
    former: ['тогдашний', 'бывший', 'экс'],
  },
  kk: {
    visit: ['сапар', 'сапармен', 'келді', 'барды', 'барады', 'ұшып келді', 'ат басын бұрды', 'сапарлады', 'келеді'],
    meeting: ['кездесті', 'кездесу', 'келіссөз', 'қабылдады', 'талқылады', 'жүздесті', 'әңгімелесті', 'кездеседі', 'тілдесті', 'сөйлесті'],
    call: ['телефон арқылы', 'телефонмен', 'телефон'],
    invites: ['шақырды', 'шақыртты'],
    future: ['барады', 'келеді', 'өтеді', 'жоспарланған', 'күтіледі', 'күтілуде', 'алдағы', 'болады', 'жоспарлануда', 'жүргізеді', 'кездеседі', 'тиіс', 'көзделген'],
    postponed: ['кейінге қалдырылды', 'шегерілді', 'өтпей қалды', 'болмай қалды', 'өтпеді', 'болған жоқ'],
    cancelled: ['күшін жойды', 'тоқтатылды'],
    state: ['мемлекеттік сапар'],
    official: ['ресми сапар'],
    working: ['жұмыс сапары'],
    signed: ['қол қойылды', 'қол қойды', 'қол қойылған', 'қол жеткізілді'],
    'to-sign': ['қол қоюға дайын', 'қол қойылатын', 'қол қойылады', 'қол қоюға', 'қол қою', 'қол қояды', 'қол қойылмақ'],
    negotiated: ['әзірлеу', 'келісу', 'аяқтау', 'жеделдету', 'мәмілеге', 'жоба', 'пысықтау', 'ортақ шешім'],
    proposed: ['ұсынды', 'ұсыныс', 'ұсынылды'],
    ratified: ['ратификациялады', 'ратификацияланды'],
    'in-force': ['күшіне енді', 'қолданыста'],
    former: ['бұрынғы', 'сол кездегі', 'экс'],
  },
  ur: {
    visit: ['دورہ', 'دورے', 'پہنچ گئے', 'پہنچے', 'پہنچ', 'آمد', 'پہنچیں'],
    meeting: ['ملاقات', 'مذاکرات', 'ملے', 'استقبال', 'تبادلہ خیال', 'بات چیت', 'ملاقاتیں'],
    call: ['ٹیلی فون', 'ٹیلیفون', 'ٹیلی فونک', 'فون پر', 'ٹیلیفونک', 'فون'],
    invites: ['دعوت دی', 'مدعو کیا', 'دورے کی دعوت', 'کی دعوت'],
    future: ['گے', 'گا', 'گی', 'متوقع', 'آئندہ', 'ہوں گے', 'کریں گے', 'آئیں گے', 'مجوزہ'],
    postponed: ['ملتوی', 'مؤخر', 'نہ ہو سکا', 'نہیں ہوا', 'نہ ہوسکا'],
    cancelled: ['منسوخ'],
    state: ['سرکاری دورہ ریاستی', 'ریاستی دورہ', 'ریاستی دورے', 'سٹیٹ وزٹ', 'اسٹیٹ وزٹ'],
    official: ['سرکاری دورہ', 'سرکاری دورے'],
    working: ['ورکنگ وزٹ'],
    signed: ['دستخط کیے', 'دستخط کئے', 'دستخط ہوئے', 'دستخط ہو گئے', 'دستخط کر دیے', 'دستخط کیے گئے', 'دستخط ہوگئے', 'دستخط کر دیے گئے', 'دستخط کئے گئے', 'تبادلہ کیا گیا'],
    'to-sign': ['دستخط کرنے کے لیے', 'دستخط کیے جائیں گے', 'دستخط ہوں گے', 'دستخط کریں گے', 'دستخط متوقع', 'دستخط کے لیے', 'دستخط کرنے'],
    negotiated: ['حتمی شکل', 'جلد تکمیل', 'اتفاق رائے', 'مسودہ', 'تکمیل'],
    proposed: ['تجویز', 'پیشکش'],
    ratified: ['توثیق'],
    'in-force': ['نافذ العمل', 'نافذ'],
    former: ['سابق', 'اس وقت کے'],
  },
};
