//! The keys of `municipality.yaml` (`муниципалитет.yaml`).

use super::{CHECKING, Choice, Field, Kind, Record, Shorthand, Target};

/// The whole file.
pub static MUNICIPALITY: Record = Record::new(
    "municipality",
    "Общее для всех программ муниципалитета: бланк, люди, стороны, сокращения, оформление.",
    &[
        Field::new("муниципалитет", "municipality", Kind::Record(&MUNICIPALITY_CARD), "Наименование и город."),
        Field::new("орган", "issuer", Kind::Record(&ISSUER), "Кто издаёт приказы."),
        Field::new("бланк", "letterhead", Kind::Record(&LETTERHEAD), "Бланк приказа."),
        Field::new("люди", "people", Kind::Records(&PERSON), "Люди: кто подписывает, отвечает, исполняет."),
        Field::new(
            "стороны",
            "parties",
            Kind::Records(&PARTY),
            "Органы, организации и группы, которые отвечают за мероприятия.",
        ),
        Field::new("школы", "schools", Kind::Records(&SCHOOL), "Школы и другие образовательные организации."),
        Field::new("сокращения", "abbreviations", Kind::Dictionary, "Сокращения и их расшифровки."),
        Field::new("оформление", "layout", Kind::Record(&LAYOUT), "Как выглядят бумаги."),
        Field::new("проверка", "checking", Kind::Record(&CHECKING), "Как проверять программы."),
    ],
);

/// The municipality itself.
pub static MUNICIPALITY_CARD: Record = Record::short(
    "municipality-card",
    "Муниципалитет.",
    Shorthand::Field("name"),
    &[
        Field::new("наименование", "name", Kind::Text, "Наименование муниципального образования."),
        Field::new(
            "город",
            "town",
            Kind::Text,
            "Место составления документов; печатается под датой приказа и на титульном листе.",
        ),
    ],
);

/// The body that issues the orders.
pub static ISSUER: Record = Record::short(
    "issuer",
    "Кто издаёт приказы.",
    Shorthand::Field("name"),
    &[
        Field::new("наименование", "name", Kind::Text, "Наименование органа."),
        Field::new(
            "родительный",
            "genitive",
            Kind::Text,
            "Чей приказ, для отметки «к приказу …»: «председателя комитета по образованию».",
        ),
    ],
);

/// The letterhead.
pub static LETTERHEAD: Record = Record::new(
    "letterhead",
    "Бланк приказа: одна колонка или две (второй язык), эмблема.",
    &[
        Field::new("эмблема", "emblem", Kind::PngFile, "Рисунок PNG рядом с этим файлом."),
        Field::new("строки", "lines", Kind::List(&Kind::Text), "Строки бланка в одну колонку, сверху вниз."),
        Field::new(
            "адрес",
            "address",
            Kind::List(&Kind::Text),
            "Строки адреса, телефона, реквизитов под одной колонкой.",
        ),
        Field::new(
            "колонки",
            "columns",
            Kind::Records(&LETTERHEAD_COLUMN),
            "Две колонки, например на русском и втором государственном языке.",
        ),
    ],
);

/// A column of the letterhead.
pub static LETTERHEAD_COLUMN: Record = Record::new(
    "letterhead-column",
    "Колонка бланка.",
    &[
        Field::new("язык", "language", Kind::Text, "Код языка колонки: ru, tt, ba; русский, если не указан."),
        Field::required("строки", "lines", Kind::List(&Kind::Text), "Строки колонки сверху вниз."),
        Field::new("адрес", "address", Kind::List(&Kind::Text), "Строки адреса, телефона, реквизитов."),
    ],
);

const GENITIVE: Field = Field::new("родительный", "genitive", Kind::Text, "Кого? чего?");
const DATIVE: Field = Field::new("дательный", "dative", Kind::Text, "Кому? чему?");
const ACCUSATIVE: Field = Field::new("винительный", "accusative", Kind::Text, "Кого? что?");
const INSTRUMENTAL: Field = Field::new("творительный", "instrumental", Kind::Text, "Кем? чем?");

/// A person.
pub static PERSON: Record = Record::new(
    "person",
    "Человек и его должность.",
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на человека ссылаются."),
        Field::required("имя", "name", Kind::Text, "Инициалы и фамилия, как в подписи: «Л.Ю. Живцова»."),
        Field::new("должность", "post", Kind::Record(&POST), "Должность."),
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
    ],
);

/// A post.
pub static POST: Record = Record::short(
    "post",
    "Должность в нужных падежах; падежи пишутся от руки и не угадываются.",
    Shorthand::Field("name"),
    &[
        Field::required("наименование", "name", Kind::Text, "Должность в именительном падеже."),
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
    ],
);

/// A party.
pub static PARTY: Record = Record::short(
    "party",
    "Орган, организация или группа.",
    Shorthand::Field("name"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на сторону ссылаются."),
        Field::required("наименование", "name", Kind::Text, "Полное наименование."),
        Field::new("краткое", "short", Kind::Text, "Краткое наименование для таблиц."),
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
        Field::new("руководитель", "head", Kind::Link(Target::Person), "Ид руководителя из списка людей."),
    ],
);

/// A school.
pub static SCHOOL: Record = Record::short(
    "school",
    "Школа или другая образовательная организация.",
    Shorthand::Field("name"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на школу ссылаются."),
        Field::required("наименование", "name", Kind::Text, "Полное наименование."),
        Field::new("краткое", "short", Kind::Text, "Краткое наименование для таблиц: «МОУ «СОШ № 7»»."),
        GENITIVE,
        DATIVE,
        ACCUSATIVE,
        INSTRUMENTAL,
        Field::new("руководитель", "head", Kind::Link(Target::Person), "Ид директора из списка людей."),
    ],
);

/// The look of papers.
pub static LAYOUT: Record = Record::new(
    "layout",
    "Оформление бумаг.",
    &[
        Field::new("знак номера", "number-sign", Kind::Choice(NUMBER_SIGN), "«Приложение № 1» или «Приложение 1»."),
        Field::new(
            "единственное приложение",
            "single-appendix",
            Kind::Choice(SINGLE_APPENDIX),
            "Есть ли номер у единственного приложения.",
        ),
        Field::new(
            "приказываю",
            "resolution",
            Kind::Text,
            "Как пишется распорядительное слово приказа: «ПРИКАЗЫВАЮ:»; если не указано, «п р и к а з ы в а ю:».",
        ),
        Field::new(
            "типографика",
            "typography",
            Kind::Flag,
            "нет, если пробелы, тире и кавычки печатаются так, как написаны.",
        ),
        Field::new(
            "отметка",
            "mark",
            Kind::Choice(APPROVED_MARK),
            "Что стоит в углу документа, который утвержден приказом.",
        ),
        Field::new(
            "вид документа",
            "document-kind",
            Kind::Choice(DOCUMENT_KIND),
            "Как пишется слово «приказ» над датой и номером.",
        ),
        Field::new("дата", "date", Kind::Choice(DATE), "Как печатается дата приказа."),
        Field::new("бланк", "letterhead", Kind::Choice(LETTERHEAD_PLACE), "Где стоит бланк приказа в одну колонку."),
        Field::new("шрифт", "font", Kind::Text, "Название шрифта; если не указано, Times New Roman."),
        Field::new("размер", "size", Kind::Choice(SIZES), "Размер шрифта в тексте, в пунктах; обычно 14."),
        Field::new(
            "размер в таблицах",
            "table-size",
            Kind::Choice(TABLE_SIZES),
            "Размер шрифта в таблицах, в пунктах; обычно 12.",
        ),
        Field::new("поле слева", "left-margin", Kind::Choice(LEFT_MARGINS), "Левое поле в миллиметрах; обычно 30."),
        Field::new("номер страницы", "page-number", Kind::Choice(PAGE_NUMBER), "Где стоит номер страницы."),
    ],
);

const LETTERHEAD_PLACE: &[Choice] = &[
    Choice::new("по центру", "center", "Над текстом, посередине."),
    Choice::new("угловой", "corner", "В левом верхнем углу, вместе с видом документа, датой и номером."),
];

const DOCUMENT_KIND: &[Choice] =
    &[Choice::new("разрядкой", "spaced", "«П Р И К А З»."), Choice::new("обычный", "plain", "«ПРИКАЗ».")];

const DATE: &[Choice] = &[
    Choice::new("как написана", "as-written", "Так, как она записана в приказе."),
    Choice::new("словами", "words", "«2 августа 2021 г.»."),
    Choice::new("цифрами", "digits", "«02.08.2021»."),
];

const SIZES: &[Choice] =
    &[Choice::new("12", "12", "12 пт."), Choice::new("13", "13", "13 пт."), Choice::new("14", "14", "14 пт.")];

const TABLE_SIZES: &[Choice] = &[
    Choice::new("10", "10", "10 пт."),
    Choice::new("11", "11", "11 пт."),
    Choice::new("12", "12", "12 пт."),
    Choice::new("13", "13", "13 пт."),
    Choice::new("14", "14", "14 пт."),
];

const LEFT_MARGINS: &[Choice] = &[
    Choice::new("20", "20", "20 мм, для бумаг, которые хранят до десяти лет."),
    Choice::new("30", "30", "30 мм, для бумаг, которые хранят дольше десяти лет."),
];

const PAGE_NUMBER: &[Choice] = &[
    Choice::new("вверху по центру", "top-center", "Посередине верхнего поля."),
    Choice::new("вверху справа", "top-right", "Справа на верхнем поле."),
    Choice::new("внизу по центру", "bottom-center", "Посередине нижнего поля."),
];

const NUMBER_SIGN: &[Choice] =
    &[Choice::new("есть", "yes", "«Приложение № 1»."), Choice::new("нет", "no", "«Приложение 1».")];

const APPROVED_MARK: &[Choice] = &[
    Choice::new("приложение", "appendix", "«Приложение № 1 к приказу …»."),
    Choice::new("утверждение", "approval", "Гриф утверждения: «УТВЕРЖДЕНА приказом …»."),
    Choice::new("обе", "both", "«Приложение № 1», под ним «УТВЕРЖДЕНА приказом …»."),
];

const SINGLE_APPENDIX: &[Choice] = &[
    Choice::new("с номером", "numbered", "«Приложение № 1», даже если оно одно."),
    Choice::new("без номера", "unnumbered", "«Приложение»."),
];
