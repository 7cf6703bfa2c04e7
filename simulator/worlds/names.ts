// First and last names from many languages; where a name is not in Latin letters, its Latin spelling follows
// a bar.

/** A given or family name as it is shown, and in the letters that a user name may have. */
export type Name = { shown: string; latin: string }
type Names = readonly [Name, ...Name[]]
export type Language = { language: string; first: Names; last: Names }

function latinOf(shown: string): string {
  return shown
    .replaceAll('ß', 'ss')
    .replaceAll(/[øØ]/g, 'o')
    .replaceAll(/[łŁ]/g, 'l')
    .replaceAll(/[æÆ]/g, 'ae')
    .replaceAll(/[þÞ]/g, 'th')
    .replaceAll(/[ðÐđĐ]/g, 'd')
    .replaceAll('ı', 'i')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase()
}

function parse(entry: string): Name {
  const [shown = entry, latin] = entry.split('|')
  return { shown, latin: latin ?? latinOf(shown) }
}

function names(list: string): Names {
  const [head = 'Nemo', ...rest] = list.split(',').map((entry) => entry.trim())
  return [parse(head), ...rest.map(parse)]
}

const german: Language = {
  language: 'de-de',
  first: names(
    'Jürgen, Käthe, Björn, Annelie, Matthias, Sölve, Günther, Lena, Rüdiger, Heike, Jörg, Franziska, Uwe, Maja',
  ),
  last: names(
    'Müller, Weiß, Schröder, von der Heide, Köhler, Groß, Jäger, Brandt, Grünewald, Pfäffli, Öztürk-Lang, Voß, Huber',
  ),
}
const french: Language = {
  language: 'fr-fr',
  first: names(
    'Zoé, François, Aurélie, Benoît, Chloé, Jérôme, Anaïs, Loïc, Solène, Théo, Maëlle, Noël, Hélène',
  ),
  last: names(
    "Lefèvre, D'Aubigné, Côté, Gagné, Le Goff, Béranger, Château, Hervé, N'Diaye, L'Écuyer, Dubois, Garçon",
  ),
}
const polish: Language = {
  language: 'pl-pl',
  first: names(
    'Łukasz, Małgorzata, Wojciech, Agnieszka, Stanisław, Bożena, Paweł, Żaneta, Grzegorz, Świętosława',
  ),
  last: names(
    'Wiśniewski, Dąbrowska, Zając, Szczęsny, Łuczak, Grzęda, Brzęczyszczykiewicz, Król, Ćwikła, Żółć',
  ),
}
const nordic: Language = {
  language: 'sv-se',
  first: names('Åsa, Bjørn, Sigríður, Søren, Þórdís, Häkan, Øyvind, Aino, Guðmundur, Märta, Jörmundur, Eeva'),
  last: names(
    'Ångström, Ødegård, Guðmundsdóttir, Sørensen, Þórsson, Hämäläinen, Næss, Lindqvist, Mäkinen, Bergström',
  ),
}
const turkish: Language = {
  language: 'tr-tr',
  first: names('Ayşe, İbrahim, Çiğdem, Oğuz, Gülşen, Işıl, Şükrü, Ümit, Özge, Tuğba'),
  last: names('Yılmaz, Çelik, Öztürk, Şahin, Ağaoğlu, Güneş, Işık, Doğan, Kılıç, Türkoğlu'),
}
const spanish: Language = {
  language: 'es-es',
  first: names('José, Íñigo, Begoña, Joaquín, Ángela, María del Mar, Raúl, Núria, Jesús, Xoán, Lucía'),
  last: names('Núñez, García Márquez, Ibáñez, Peña, Castaño, Muñoz, de la Cruz, Échegaray, Güell, Vázquez'),
}
const english: Language = {
  language: 'en-us',
  first: names(
    'Siobhán, Mary-Kate, Deshawn, Priscilla, Tom, Aoife, Reginald, Peggy, Dwayne, Niamh, Harriet, Sean, Bea',
  ),
  last: names(
    "O'Brien, McDonald-Jones, Smith, Ó Súilleabháin, Featherstonehaugh, Null, Test, Washington, Li, Undefined, Woods",
  ),
}
const arabic: Language = {
  language: 'ar-ae',
  first: names(
    'محمد|mohammed, فاطمة|fatima, يوسف|yusuf, ليلى|layla, خالد|khaled, نور|noor, عبد الرحمن|abdulrahman, سلمى|salma',
  ),
  last: names(
    'الحسن|alhasan, بن علي|benali, المصري|almasri, حداد|haddad, القرشي|alqurashi, منصور|mansour, الخطيب|alkhatib',
  ),
}
const hebrew: Language = {
  language: 'he-il',
  first: names('אביגיל|avigail, יונתן|yonatan, תמר|tamar, אריאל|ariel, נועה|noa, דוד|david, שירה|shira'),
  last: names('כהן|cohen, לוי|levi, בן־דוד|bendavid, מזרחי|mizrahi, פרידמן|friedman, אוחיון|ohayon'),
}
const russian: Language = {
  language: 'ru-ru',
  first: names(
    'Анна|anna, Дмитрий|dmitry, Ольга|olga, Всеволод|vsevolod, Зоя|zoya, Щукарь|shchukar, Юрий|yuri, Ксения|ksenia',
  ),
  last: names(
    'Иванова|ivanova, Щербаков|shcherbakov, Кузнецова|kuznetsova, Ёлкин|yolkin, Жуков|zhukov, Цой|tsoi',
  ),
}
const greek: Language = {
  language: 'el-gr',
  first: names('Γιώργος|giorgos, Ελένη|eleni, Ανδρέας|andreas, Χρυσάνθη|chrysanthi, Σπύρος|spyros, Ζωή|zoi'),
  last: names(
    'Παπαδόπουλος|papadopoulos, Γεωργίου|georgiou, Ψαρράς|psarras, Ξενάκης|xenakis, Ωνάσης|onassis',
  ),
}
const chinese: Language = {
  language: 'zh-cn',
  first: names('伟|wei, 芳|fang, 娜|na, 秀英|xiuying, 敏|min, 静|jing, 子轩|zixuan, 雨桐|yutong'),
  last: names('王|wang, 李|li, 张|zhang, 欧阳|ouyang, 陈|chen, 司马|sima, 刘|liu'),
}
const japanese: Language = {
  language: 'ja-jp',
  first: names('さくら|sakura, 翔太|shota, 陽菜|hina, 健一|kenichi, 愛子|aiko, 蓮|ren, 美咲|misaki'),
  last: names('佐藤|sato, 鈴木|suzuki, 髙橋|takahashi, 渡邉|watanabe, 小笠原|ogasawara, 田中|tanaka'),
}
const vietnamese: Language = {
  language: 'vi-vn',
  first: names('Thị Hương, Văn Đức, Ngọc Ánh, Quốc Bảo, Thuỳ Dương, Minh Châu, Hữu Nghĩa, Mỹ Linh'),
  last: names('Nguyễn, Trần, Lê, Phạm, Đặng, Huỳnh, Võ, Bùi'),
}
const hindi: Language = {
  language: 'hi-in',
  first: names('आरव|aarav, प्रिया|priya, विक्रम|vikram, अनन्या|ananya, राहुल|rahul, दीपिका|deepika'),
  last: names('शर्मा|sharma, कुमार|kumar, त्रिपाठी|tripathi, श्रीवास्तव|srivastava, अय्यर|iyer'),
}
const yoruba: Language = {
  language: 'en-ng',
  first: names('Ọláolú, Adébáyọ̀, Títílayọ̀, Ẹniọlá, Olúwaṣeun, Yétúndé, Akínwálé'),
  last: names('Adéyẹmí, Ọlátúnjí, Ògúnlàdé, Akínjídé, Ṣóyínká, Balógun'),
}

/**
 * Most people of a reseller in the middle of Europe have names of their neighbours, some of the whole world.
 */
export const languages: readonly [Language, ...Language[]] = [
  german,
  german,
  german,
  german,
  french,
  french,
  polish,
  polish,
  nordic,
  nordic,
  turkish,
  turkish,
  spanish,
  english,
  english,
  arabic,
  hebrew,
  russian,
  greek,
  chinese,
  japanese,
  vietnamese,
  hindi,
  yoruba,
]
