/** English adjectives of countries by ISO 3166-1 code, then nouns that differ from the adjective, all singular. */
const english = `
AD Andorran · AE Emirati · AF Afghan · AG Antiguan · AL Albanian · AM Armenian · AO Angolan · AR Argentine, Argentinian ·
AT Austrian · AU Australian, Aussie · AZ Azerbaijani, Azeri · BA Bosnian · BB Barbadian · BD Bangladeshi · BE Belgian ·
BF Burkinabe · BG Bulgarian · BH Bahraini · BI Burundian · BJ Beninese · BM Bermudian · BN Bruneian · BO Bolivian ·
BR Brazilian · BS Bahamian · BT Bhutanese · BW Botswanan · BY Belarusian, Belarussian · BZ Belizean · CA Canadian ·
CD Congolese · CF Central African · CG Congolese · CH Swiss · CI Ivorian, Ivoirian · CL Chilean · CM Cameroonian ·
CN Chinese · CO Colombian · CR Costa Rican · CU Cuban · CV Cape Verdean · CY Cypriot · CZ Czech · DE German ·
DJ Djiboutian · DK Danish, Dane · DM Dominican · DO Dominican · DZ Algerian · EC Ecuadorian, Ecuadorean · EE Estonian ·
EG Egyptian · EH Sahrawi · ER Eritrean · ES Spanish, Spaniard · ET Ethiopian · FI Finnish, Finn · FJ Fijian ·
FM Micronesian · FO Faroese · FR French, Frenchman · GA Gabonese · GB British, Briton, English, Englishman · GD Grenadian ·
GE Georgian · GH Ghanaian · GI Gibraltarian · GL Greenlandic, Greenlander · GM Gambian · GN Guinean ·
GQ Equatorial Guinean, Equatoguinean · GR Greek · GT Guatemalan · GW Bissau-Guinean · GY Guyanese · HK Hong Konger ·
HN Honduran · HR Croatian, Croat · HT Haitian · HU Hungarian · ID Indonesian · IE Irish, Irishman · IL Israeli, Zionist ·
IN Indian · IQ Iraqi · IR Iranian · IS Icelandic, Icelander · IT Italian · JM Jamaican · JO Jordanian · JP Japanese ·
KE Kenyan · KG Kyrgyz, Kyrgyzstani · KH Cambodian · KM Comorian · KN Kittitian · KP North Korean · KR South Korean ·
KW Kuwaiti · KZ Kazakh, Kazakhstani · LA Laotian, Lao · LB Lebanese · LC Saint Lucian · LI Liechtensteiner · LK Sri Lankan ·
LR Liberian · LT Lithuanian · LU Luxembourgish, Luxembourger · LV Latvian · LY Libyan · MA Moroccan · MC Monegasque ·
MD Moldovan · ME Montenegrin · MG Malagasy · MH Marshallese · MK Macedonian, North Macedonian · ML Malian · MM Burmese ·
MN Mongolian · MO Macanese · MR Mauritanian · MT Maltese · MU Mauritian · MV Maldivian · MW Malawian · MX Mexican ·
MY Malaysian · MZ Mozambican · NA Namibian · NE Nigerien · NG Nigerian · NI Nicaraguan · NL Dutch, Dutchman ·
NO Norwegian · NP Nepalese, Nepali · NR Nauruan · NZ New Zealander, Kiwi · OM Omani · PA Panamanian · PE Peruvian ·
PG Papua New Guinean · PH Filipino, Philippine · PK Pakistani · PL Polish, Pole · PR Puerto Rican · PS Palestinian ·
PT Portuguese · PW Palauan · PY Paraguayan · QA Qatari · RO Romanian · RS Serbian, Serb · RU Russian · RW Rwandan ·
SA Saudi, Saudi Arabian · SB Solomon Islander · SC Seychellois · SD Sudanese · SE Swedish, Swede · SG Singaporean ·
SI Slovenian, Slovene · SK Slovak, Slovakian · SL Sierra Leonean · SM Sammarinese · SN Senegalese · SO Somali, Somalian ·
SR Surinamese · SS South Sudanese · ST São Toméan · SV Salvadoran, Salvadorean · SY Syrian · SZ Swazi · TD Chadian ·
TG Togolese · TH Thai · TJ Tajik, Tajikistani · TL Timorese, East Timorese · TM Turkmen, Turkmenistani · TN Tunisian ·
TO Tongan · TR Turkish, Turk · TT Trinidadian · TV Tuvaluan · TW Taiwanese · TZ Tanzanian · UA Ukrainian · UG Ugandan ·
US American · UY Uruguayan · UZ Uzbek, Uzbekistani · VA Vatican · VC Vincentian · VE Venezuelan · VN Vietnamese ·
VU Ni-Vanuatu · WS Samoan · XK Kosovar, Kosovan · YE Yemeni · ZA South African · ZM Zambian · ZW Zimbabwean`;

/** Adjectives and nouns of countries by ISO 3166-1 code: `Russian`; `Danish`, `Dane`. */
export const englishDemonyms: ReadonlyMap<string, readonly string[]> = new Map(
  english.split('·').map((entry) => {
    const [, code = '', words = ''] = /^\s*([A-Z]{2}) ([^·]+?)\s*$/u.exec(entry) ?? [];
    return [code, words.split(/,\s*/u)];
  }),
);

/** Persian demonyms that no rule makes of the name of the country. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  AE: ['اماراتی'],
  AF: ['افغان', 'افغانستانی', 'افغانی'],
  AM: ['ارمنی', 'ارمنستانی'],
  BG: ['بلغار', 'بلغاری', 'بلغارستانی'],
  BY: ['بلاروسی'],
  CG: ['کنگویی'],
  CZ: ['چکی', 'چکیایی'],
  DZ: ['الجزایری'],
  FR: ['فرانسوی'],
  GB: ['انگلیسی', 'بریتانیایی'],
  GE: ['گرجی', 'گرجستانی'],
  HR: ['کروات', 'کرواسیایی', 'کرواتی'],
  HU: ['مجار', 'مجاری', 'مجارستانی'],
  IL: ['اسرائیلی'],
  KG: ['قرقیز', 'قرقیزستانی'],
  KP: [],
  KR: [],
  KZ: ['قزاق', 'قزاقستانی'],
  MM: ['میانماری', 'برمه‌ای'],
  MN: ['مغول', 'مغولستانی'],
  PS: ['فلسطینی'],
  RS: ['صرب', 'صربستانی'],
  RU: ['روسی', 'روس'],
  SA: ['سعودی', 'عربستانی'],
  SY: ['سوری', 'سوریه‌ای'],
  TJ: ['تاجیک', 'تاجیکستانی'],
  TM: ['ترکمن', 'ترکمنستانی'],
  TR: ['ترکیه‌ای', 'ترک'],
  US: ['آمریکایی'],
  UZ: ['ازبک', 'ازبکستانی'],
};

/** The Persian adjectives and nouns of a country with that code, by its Persian names. */
export function persianDemonyms(code: string, names: readonly string[]): readonly string[] {
  return irregular[code] ?? names.filter((name) => !/[\s،(]/u.test(name)).map(withYa);
}

/** «ایران» → «ایرانی», «آسیا» → «آسیایی», «لیبی» → «لیبیایی», «قاهره» → «قاهره‌ای», «کنگو» → «کنگویی». */
export function withYa(name: string): string {
  if (/[او]$/u.test(name)) return `${name}یی`;
  if (/ی$/u.test(name)) return `${name}ایی`;
  if (/ه$/u.test(name)) return `${name}‌ای`;
  return `${name}ی`;
}

/** Those who are called so: «ایرانی‌ها», «ایرانی‌های», «ایرانیان», and the same of «روس». */
export function persianPlurals(demonym: string): readonly string[] {
  return [...['ها', 'های', 'هایی'].map((plural) => `${demonym}‌${plural}`), `${demonym}ان`];
}

/** `Russians`, `Dutchmen`; `null` where English has no plural form: the Chinese, the British, the Swiss. */
export function englishPlural(demonym: string): string | null {
  if (/man$/.test(demonym) && !/(?:German|Roman|Ottoman)$/.test(demonym)) return demonym.replace(/an$/, 'en');
  return /(?:[cs]h|ss|ese|ois|ic|atu|Lao)$/.test(demonym) ? null : `${demonym}s`;
}
