import type { KnownLanguage } from '../domain/identity.ts';

/** Words that a full stop shortens, lower case and without the stop; a sentence never ends after one. */
export const ABBREVIATIONS: Readonly<Record<KnownLanguage, ReadonlySet<string>>> = Object.freeze({
  en: setOf(`gen lt col maj capt sgt brig adm cdr amb gov sen rep pres prof dr mr mrs ms messrs st rev hon supt
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri no nos vol vs fig pp art sec
    approx est al e.g i.e cf ph.d mt ft rs tel`),
  de: setOf(`dr prof hr fr st nr abs art bzw ca evtl ggf inkl insb jan feb mär apr jun jul aug sept okt nov dez
    mio mrd tsd vgl sog gen lt ltd abg bd geb gest jh max min str tel ing z.b u.a d.h i.d.r o.ä u.ä s.o v.a zzgl
    mo di mi do fr sa so verh stellv`),
  ru: setOf(`им тов проф акад доц ген полк кап майор г-н г-жа т.е т.н т.к т.ч т.о св ул пр просп обл пос стр рис
    см ср напр англ каз урду гос зам пом нач руб тыс млн млрд трлн долл янв фев февр мар апр авг сент сен окт нояб
    ноя дек ст п пп гл напр тел кв род ум`),
  ur: setOf('dr mr gen no'),
  kk: setOf(`т.б т.с.с ж т ғ ғғ б б.з.д акад проф ген полк обл ауд көш қ млн млрд трлн мың тг долл қаң ақп нау сәу
    мам мау шіл там қыр қаз қар жел см ред`),
});

/** Abbreviations that do end sentences: only the next word tells. */
export const CLOSING_ABBREVIATIONS: ReadonlySet<string> =
  setOf(`u.s u.k u.n u.s.a u.a.e e.u a.m p.m etc inc co corp
  ltd jr sr bros d.c b.c a.d usw etc u.s.w r г гг р т.д т.п др проч в.в в вв н.э т.б ж жж с чел кв.м`);

/** Words that open sentences and rarely follow an abbreviation as part of a name. */
export const OPENING_WORDS: ReadonlySet<string> =
  setOf(`the this that these those it its he she they we in on at during
  after before according but and as for with while when both no there his her also a an to by from meanwhile however
  der die das er sie es in im am nach bei auch zum zur mit für seit dies diese dieser dabei damit ein eine wie laut
  в на по это он она они также при с со во для после кроме как его из но и а до так этот эта эти об о у
  бұл ол олар осы сондай сонымен бірақ және оның оған екі ал`);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}
