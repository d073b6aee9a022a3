import { describe, expect, it } from 'vitest';
import { identifyLanguage } from '../../src/language/identify-language.ts';

describe('identifyLanguage', () => {
  it.each([
    ['en', 'The two sides discussed cooperation in defence and trade during the visit to Astana.'],
    ['de', 'Die beiden Seiten sprachen in Astana über die Zusammenarbeit bei Handel und Verteidigung.'],
    ['ru', 'Стороны обсудили сотрудничество в области обороны и торговли в ходе визита в Астану.'],
    ['kk', 'Тараптар Астанада қорғаныс пен сауда саласындағы ынтымақтастықты талқылады.'],
    ['ur', 'دونوں ممالک نے آستانہ میں دفاع اور تجارت کے شعبوں میں تعاون پر بات چیت کی۔'],
  ])('recognises %s', async (language, text) => {
    expect(await identifyLanguage(text)).toEqual({ language, certainty: 'inferred' });
  });

  it.each([
    [
      'Kyrgyz',
      'Эки тарап Бишкекте коргоо жана соода тармагындагы кызматташтыкты талкуулашты, деп билдирди өкмөт.',
    ],
    [
      'Tatar',
      'Ике як Казанда оборона һәм сәүдә өлкәсендә хезмәттәшлек турында сөйләште, дип җиткерә матбугат хезмәте.',
    ],
    ['Ukrainian', 'Сторони обговорили співпрацю у сфері оборони та торгівлі під час візиту до Києва.'],
    [
      'Persian',
      'دو طرف در آستانه درباره همکاری در زمینه دفاع و تجارت گفتگو کردند و بر گسترش روابط تأکید نمودند.',
    ],
    ['Pashto', 'دواړو خواوو په کابل کې د دفاع او سوداګرۍ په برخه کې د همکارۍ په اړه خبرې وکړې.'],
    ['Arabic', 'ناقش الجانبان التعاون في مجالي الدفاع والتجارة خلال زيارة الرئيس إلى أستانا أمس.'],
    ['Turkish', 'İki taraf Astana’daki görüşmede savunma ve ticaret alanlarındaki iş birliğini ele aldı.'],
    [
      'Uzbek',
      'Tomonlar Toshkentda mudofaa va savdo sohasidagi hamkorlikni muhokama qildilar, deb xabar berdi vazirlik.',
    ],
    ['Chinese', '双方讨论了国防和贸易领域的合作，并就地区和国际问题交换了意见，访问取得圆满成功。'],
  ])('takes %s for a language it does not read', async (_name, text) => {
    expect((await identifyLanguage(text)).language).toBe('other');
  });

  it('goes by the body when the headline is in another script', async () => {
    const text =
      'Tokayev meets Sharif\nҚазақстан Президенті Қасым-Жомарт Тоқаев Исламабадта Пәкістан Премьер-министрімен кездесіп, екіжақты ынтымақтастықты талқылады.';

    expect((await identifyLanguage(text)).language).toBe('kk');
  });

  it('stays Russian when Kazakh names are quoted in it', async () => {
    const text =
      'Президент Қасым-Жомарт Тоқаев прибыл в Исламабад с государственным визитом, сообщили в Акорде, и был встречен на аэродроме.';

    expect((await identifyLanguage(text)).language).toBe('ru');
  });

  it('does not guess from a name or from nothing', async () => {
    expect((await identifyLanguage('Tokayev')).certainty).toBe('unknown');
    expect((await identifyLanguage('2025 – 37')).certainty).toBe('unknown');
    expect(await identifyLanguage('')).toEqual({ language: 'other', certainty: 'unknown' });
  });
});
