/** Persian names, English names, each the usual one first, and English words of the same root. */
export interface PlaceNames {
  readonly fa: readonly string[];
  readonly en: readonly string[];
  readonly kin: readonly string[];
}

/** Lines of `fa، fa = en, en = kin, kin`. */
function places(lines: string): readonly PlaceNames[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [fa = '', en = '', kin = ''] = line.split(' = ');
      return { fa: fa.split('، '), en: en.split(', '), kin: kin === '' ? [] : kin.split(', ') };
    });
}

/** Cities, provinces, and countries that are part of a state, as news name them. */
export const cities: readonly PlaceNames[] = places(`
کره = Korea = Korean, Koreans
تهران = Tehran, Teheran
مشهد = Mashhad
اصفهان = Isfahan, Esfahan
شیراز = Shiraz
تبریز = Tabriz
اهواز = Ahvaz, Ahwaz
قم = Qom
کرج = Karaj
کرمان = Kerman
کرمانشاه = Kermanshah
ارومیه = Urmia, Orumiyeh
رشت = Rasht
زاهدان = Zahedan
همدان = Hamadan, Hamedan
یزد = Yazd
اردبیل = Ardabil
بندرعباس = Bandar Abbas
بوشهر، بندر بوشهر = Bushehr
آبادان = Abadan
خرمشهر = Khorramshahr
چابهار = Chabahar
قزوین = Qazvin
سنندج = Sanandaj
نطنز = Natanz
فردو = Fordow, Fordo
بم = Bam
خوزستان = Khuzestan
کردستان = Kurdistan = Kurdish
سیستان و بلوچستان = Sistan and Baluchestan, Sistan-Baluchestan
خراسان = Khorasan
آذربایجان شرقی = East Azerbaijan, East Azarbaijan
آذربایجان غربی = West Azerbaijan, West Azarbaijan
کابل = Kabul
قندهار = Kandahar
هرات = Herat
مزار شریف = Mazar-i-Sharif
اسلام‌آباد = Islamabad
کراچی = Karachi
لاهور = Lahore
پیشاور = Peshawar
دهلی نو، دهلی = New Delhi, Delhi
بمبئی = Mumbai, Bombay
کشمیر = Kashmir = Kashmiri
بغداد = Baghdad
بصره = Basra
کربلا = Karbala, Kerbala
نجف = Najaf
اربیل = Erbil, Arbil
موصل = Mosul
کرکوک = Kirkuk
دمشق = Damascus
حلب = Aleppo
ادلب = Idlib
بیروت = Beirut
امان = Amman
قدس، بیت‌المقدس، اورشلیم = Jerusalem, al-Quds, Quds
تل‌آویو = Tel Aviv
حیفا = Haifa
غزه، نوار غزه = Gaza, Gaza Strip = Gazan
رام‌الله = Ramallah
ریاض = Riyadh
جده = Jeddah
مکه = Mecca, Makkah
مدینه = Medina, Madinah
صنعا = Sanaa, Sana’a
عدن = Aden
دوحه = Doha
ابوظبی = Abu Dhabi
دبی، دوبی = Dubai
منامه = Manama
مسقط = Muscat
قاهره = Cairo
طرابلس = Tripoli
بنغازی = Benghazi
خارطوم = Khartoum
دارفور = Darfur
آدیس آبابا = Addis Ababa
نایروبی = Nairobi
موگادیشو = Mogadishu
پرتوریا = Pretoria
ژوهانسبورگ = Johannesburg
آنکارا = Ankara
استانبول = Istanbul
باکو = Baku
نخجوان = Nakhchivan
قره‌باغ، قره‌باغ کوهستانی = Karabakh, Nagorno-Karabakh
ایروان = Yerevan
تفلیس = Tbilisi
عشق‌آباد = Ashgabat
تاشکند = Tashkent
سمرقند = Samarkand
دوشنبه = Dushanbe
بیشکک = Bishkek
آستانه، نورسلطان = Astana, Nur-Sultan
آلماتی = Almaty
مسکو = Moscow = Muscovite
سن پترزبورگ = St. Petersburg, Saint Petersburg
چچن = Chechnya = Chechen, Chechens
کی‌یف = Kyiv, Kiev
خارکیف = Kharkiv, Kharkov
اودسا = Odesa, Odessa
خرسون = Kherson
زاپوریژیا = Zaporizhzhia
دونتسک = Donetsk
لوهانسک = Luhansk, Lugansk
ماریوپل = Mariupol
کریمه = Crimea = Crimean
مینسک = Minsk
ورشو = Warsaw
پراگ = Prague
بوداپست = Budapest
بخارست = Bucharest
صوفیه = Sofia
بلگراد = Belgrade
آتن = Athens
رم = Rome
میلان = Milan
مادرید = Madrid
بارسلونا = Barcelona
لیسبون = Lisbon
پاریس = Paris
بروکسل = Brussels
لاهه = The Hague, Hague
آمستردام = Amsterdam
برلین = Berlin
مونیخ = Munich
فرانکفورت = Frankfurt
وین = Vienna
ژنو = Geneva
زوریخ = Zurich
لندن = London
ادینبورگ = Edinburgh
دوبلین = Dublin
اسکاتلند = Scotland = Scottish, Scot, Scots
ولز = Wales = Welsh
ایرلند شمالی = Northern Ireland = Northern Irish
استکهلم = Stockholm
اسلو = Oslo
کپنهاگ = Copenhagen
هلسینکی = Helsinki
واشنگتن = Washington, Washington D.C., Washington DC
نیویورک = New York
لس‌آنجلس = Los Angeles
شیکاگو = Chicago
کالیفرنیا = California = Californian
تگزاس = Texas = Texan
فلوریدا = Florida
اتاوا = Ottawa
تورنتو = Toronto
مکزیکوسیتی = Mexico City
هاوانا = Havana
کاراکاس = Caracas
برازیلیا = Brasilia, Brasília
بوئنوس آیرس = Buenos Aires
پکن = Beijing, Peking
شانگهای = Shanghai
سین‌کیانگ = Xinjiang
تبت = Tibet = Tibetan
توکیو = Tokyo
هیروشیما = Hiroshima
سئول = Seoul
پیونگ‌یانگ = Pyongyang
هانوی = Hanoi
بانکوک = Bangkok
جاکارتا = Jakarta
مانیل = Manila
کوالالامپور = Kuala Lumpur
کانبرا = Canberra
سیدنی = Sydney
ملبورن = Melbourne
ولینگتون = Wellington
`);

/** Continents, parts of the world, seas and straits, and what politics calls by a point of the compass. */
export const regions: readonly PlaceNames[] = places(`
اروپا، قاره اروپا = Europe = European, Europeans
آسیا، قاره آسیا = Asia = Asian, Asians
آفریقا، قاره آفریقا = Africa = African, Africans
اقیانوسیه = Oceania
آمریکای شمالی = North America = North American
آمریکای جنوبی = South America = South American
آمریکای مرکزی = Central America = Central American
آمریکای لاتین = Latin America = Latin American
خاورمیانه = Middle East = Middle Eastern
خاور دور = Far East
خاور نزدیک = Near East
غرب آسیا، آسیای غربی = West Asia, Western Asia = West Asian
شرق آسیا، آسیای شرقی = East Asia, Eastern Asia = East Asian
جنوب آسیا، آسیای جنوبی = South Asia, Southern Asia = South Asian
جنوب شرق آسیا، آسیای جنوب شرقی = Southeast Asia, South-East Asia = Southeast Asian
آسیای مرکزی، آسیای میانه = Central Asia = Central Asian
شمال آفریقا = North Africa, Northern Africa = North African
غرب آفریقا = West Africa, Western Africa = West African
شرق آفریقا = East Africa, Eastern Africa = East African
شاخ آفریقا = Horn of Africa
اروپای شرقی، شرق اروپا = Eastern Europe = Eastern European
اروپای غربی، غرب اروپا = Western Europe = Western European
اروپای مرکزی = Central Europe
اوراسیا = Eurasia = Eurasian
قفقاز = Caucasus
قفقاز جنوبی = South Caucasus
بالکان = Balkans = Balkan
اسکاندیناوی = Scandinavia = Scandinavian
سیبری = Siberia = Siberian
دونباس = Donbas, Donbass
شبه جزیره کره = Korean Peninsula
شبه جزیره عربستان = Arabian Peninsula
شبه قاره هند = Indian subcontinent
کرانه باختری = West Bank
بلندی‌های جولان، جولان = Golan Heights, Golan
صحرای سینا، شبه جزیره سینا = Sinai, Sinai Peninsula
خلیج فارس = Persian Gulf, Gulf
خلیج عدن = Gulf of Aden
دریای عمان = Sea of Oman, Gulf of Oman
دریای خزر = Caspian Sea, Caspian
دریای سیاه = Black Sea
دریای سرخ = Red Sea
دریای مدیترانه، مدیترانه = Mediterranean Sea, Mediterranean
دریای چین جنوبی = South China Sea
دریای بالتیک = Baltic Sea
اقیانوس هند = Indian Ocean
اقیانوس آرام = Pacific Ocean, Pacific
اقیانوس اطلس = Atlantic Ocean, Atlantic
تنگه هرمز = Strait of Hormuz
تنگه باب‌المندب، باب‌المندب = Bab al-Mandab, Bab el-Mandeb
کانال سوئز = Suez Canal
جهان اسلام = Muslim world, Islamic world, world of Islam
جهان عرب = Arab world
غرب = West = Western, Westerners
شرق = East = Eastern
`);

/** Peoples, creeds and blocs that are no country's: their adjective. */
export const peoples: readonly PlaceNames[] = places(`
عرب، عربی = Arab, Arabic
کرد، کردی = Kurdish, Kurd
یهودی = Jewish, Jew
کره‌ای = Korean
مسلمان = Muslim, Moslem
اسلامی = Islamic, Muslim
مسیحی = Christian
شیعه، شیعی = Shiite, Shia, Shi’ite
سنی = Sunni
صهیونیست، صهیونیستی = Zionist
اروپایی = European
آفریقایی = African
آسیایی = Asian
غربی = Western, Westerner
شرقی = Eastern
`);
