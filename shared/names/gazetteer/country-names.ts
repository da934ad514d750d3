/** Names of a country in both languages, the usual one first. */
export interface CountryNames {
  readonly fa?: readonly string[];
  readonly en?: readonly string[];
}

/** Names that people write and Unicode's list (CLDR, through `Intl.DisplayNames`) has otherwise or not at all, by ISO 3166-1
 *  code; EU and UN are CLDR's, XK is Kosovo. They stand before those of the list, which differ between versions of ICU,
 *  and so between Node and browsers. */
export const countryNames: Readonly<Record<string, CountryNames>> = {
  AE: { fa: ['امارات'], en: ['United Arab Emirates', 'UAE', 'U.A.E.', 'Emirates'] },
  AZ: { fa: ['آذربایجان'], en: ['Azerbaijan', 'Republic of Azerbaijan'] },
  BA: { fa: ['بوسنی'], en: ['Bosnia', 'Bosnia and Herzegovina', 'Bosnia-Herzegovina'] },
  BY: { fa: ['بلاروس', 'روسیه سفید'] },
  CD: {
    fa: ['جمهوری دموکراتیک کنگو', 'کنگوی دموکراتیک'],
    en: ['Democratic Republic of Congo', 'Democratic Republic of the Congo', 'DR Congo', 'DRC'],
  },
  CF: { fa: ['جمهوری آفریقای مرکزی'] },
  CG: { fa: ['کنگو', 'جمهوری کنگو'], en: ['Congo', 'Republic of Congo', 'Republic of the Congo'] },
  CI: { fa: ['ساحل عاج'], en: ['Ivory Coast', 'Côte d’Ivoire'] },
  CN: { fa: ['چین', 'جمهوری خلق چین'], en: ['China', 'People’s Republic of China', 'PRC'] },
  CV: { fa: ['کیپ ورد'], en: ['Cape Verde', 'Cabo Verde'] },
  CZ: { fa: ['جمهوری چک', 'چک'], en: ['Czech Republic', 'Czechia'] },
  EU: { fa: ['اتحادیه اروپا', 'اتحادیه اروپایی'], en: ['European Union', 'EU', 'E.U.'] },
  GB: {
    fa: ['انگلیس', 'بریتانیا', 'انگلستان', 'پادشاهی متحده', 'بریتانیای کبیر'],
    en: ['United Kingdom', 'Britain', 'UK', 'U.K.', 'Great Britain', 'England'],
  },
  HK: { fa: ['هنگ کنگ'], en: ['Hong Kong'] },
  IL: { fa: ['اسرائیل', 'رژیم صهیونیستی', 'رژیم اسرائیل'], en: ['Israel', 'Zionist regime', 'Israeli regime'] },
  IR: { fa: ['ایران', 'جمهوری اسلامی ایران'], en: ['Iran', 'Islamic Republic of Iran'] },
  KG: { en: ['Kyrgyzstan', 'Kyrgyz Republic'] },
  KP: { fa: ['کره شمالی'], en: ['North Korea', 'DPRK'] },
  KR: { fa: ['کره جنوبی', 'جمهوری کره'], en: ['South Korea', 'Republic of Korea'] },
  MK: { fa: ['مقدونیه شمالی', 'مقدونیه'], en: ['North Macedonia', 'Macedonia'] },
  MM: { fa: ['میانمار', 'برمه'], en: ['Myanmar', 'Burma'] },
  MO: { fa: ['ماکائو'], en: ['Macau', 'Macao'] },
  NL: { en: ['Netherlands', 'Holland'] },
  NZ: { fa: ['نیوزیلند', 'نیوزلند', 'زلاندنو'] },
  PS: { fa: ['فلسطین', 'سرزمین‌های فلسطینی'], en: ['Palestine', 'Palestinian territories'] },
  RU: { fa: ['روسیه', 'فدراسیون روسیه'], en: ['Russia', 'Russian Federation'] },
  SA: { fa: ['عربستان سعودی', 'عربستان'], en: ['Saudi Arabia', 'Kingdom of Saudi Arabia'] },
  SY: { fa: ['سوریه', 'جمهوری عربی سوریه'], en: ['Syria', 'Syrian Arab Republic'] },
  SZ: { fa: ['اسواتینی', 'سوازیلند'], en: ['Eswatini', 'Swaziland'] },
  TL: { fa: ['تیمور شرقی'], en: ['East Timor', 'Timor-Leste'] },
  TR: { fa: ['ترکیه'], en: ['Turkey', 'Türkiye', 'Turkiye'] },
  UN: { fa: ['سازمان ملل متحد', 'سازمان ملل', 'ملل متحد'], en: ['United Nations', 'UN', 'U.N.'] },
  US: {
    fa: ['آمریکا', 'ایالات متحده', 'ایالات متحده آمریکا'],
    en: ['United States', 'US', 'U.S.', 'USA', 'U.S.A.', 'America', 'United States of America'],
  },
  VA: { en: ['Vatican', 'Vatican City', 'Holy See'] },
};

/** Countries and territories that have no demonym of their own here. */
export const territories = 'AI AW AX CK CW FK GF GP GU IM JE KY MP MQ NC PF RE SX TC VG VI YT'.split(' ');
