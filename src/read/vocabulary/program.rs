//! The keys of `program.yaml` (`программа.yaml`).

use super::{
    ACT, CONTENT, Choice, EXCEPTION, FUNDING, Field, GENDER, Kind, ORDER, OTHERWISE, PAPER, RESPONSIBLE, ROADMAP,
    Record, Shorthand, TITLE_PAGE, Target,
};

const CARD: Field = Field::required("программа", "program", Kind::Record(&PROGRAM_CARD), "Название и срок программы.");
const PASSPORT_FIELD: Field = Field::new("паспорт", "passport", Kind::Record(&PASSPORT), "Паспорт программы.");
const ACTS: Field = Field::new("акты", "acts", Kind::Records(&ACT), "Правовые акты, на которых основана программа.");
const GOALS: Field = Field::new("цели", "goals", Kind::Records(&GOAL), "Цели, у каждой свои задачи.");
const TASKS: Field = Field::new("задачи", "tasks", Kind::Records(&TASK), "Задачи, если они не разделены по целям.");
const INDICATORS: Field = Field::new("показатели", "indicators", Kind::Records(&INDICATOR), "Показатели (индикаторы).");
const TABLE: Field = Field::new(
    "таблица показателей",
    "indicator-table",
    Kind::Record(&INDICATOR_TABLE),
    "Колонки и подписи таблицы показателей.",
);
const RESULTS: Field = Field::new(
    "результаты",
    "results",
    Kind::Records(&RESULT),
    "Ожидаемые результаты; в паспорте они стоят вместо результатов показателей.",
);
const FUNDING_FIELD: Field = Field::new(
    "финансирование",
    "funding",
    Kind::Record(&FUNDING),
    "Финансирование по источникам и годам: для таблицы и для строки паспорта.",
);
const CONTENTS: Field = Field::new(
    "содержание",
    "contents",
    Kind::Records(&CONTENT),
    "Разделы программы по порядку; если не указано, печатаются все части, для которых есть данные.",
);
const ROADMAP_FIELD: Field =
    Field::new("дорожная карта", "roadmap", Kind::Record(&ROADMAP), "Дорожная карта (план мероприятий).");
const ABBREVIATIONS: Field =
    Field::new("сокращения", "abbreviations", Kind::Dictionary, "Сокращения и их расшифровки.");

/// The whole program.
pub static PROGRAM: Record = Record::new(
    "program",
    "Программа муниципалитета: всё, из чего собираются приказ, паспорт, программа и дорожная карта.",
    &[
        CARD,
        PASSPORT_FIELD,
        ACTS,
        GOALS,
        TASKS,
        INDICATORS,
        TABLE,
        RESULTS,
        FUNDING_FIELD,
        CONTENTS,
        ROADMAP_FIELD,
        Field::new(
            "документы",
            "papers",
            Kind::Records(&PAPER),
            "Свои документы, которые утверждаются вместе с программой.",
        ),
        Field::new("приказ", "order", Kind::Record(&ORDER), "Приказ, который утверждает программу."),
        Field::new(
            "редакции",
            "editions",
            Kind::Records(&EDITION),
            "Другие редакции программы, которые утверждает тот же приказ; чего в редакции нет, то берётся из программы.",
        ),
        ABBREVIATIONS,
        Field::new(
            "исключения",
            "exceptions",
            Kind::Records(&EXCEPTION),
            "Замечания, которые известны и оставлены, с причиной.",
        ),
    ],
);

/// An edition.
pub static EDITION: Record = Record::new(
    "edition",
    "Другая редакция программы, например на следующий год.",
    &[
        Field::required("ид", "id", Kind::Id, "Имя редакции: «программа/2022» в приказе."),
        Field::new("программа", "program", Kind::Record(&EDITION_CARD), "Название и срок программы в этой редакции."),
        PASSPORT_FIELD,
        ACTS,
        GOALS,
        TASKS,
        INDICATORS,
        TABLE,
        RESULTS,
        FUNDING_FIELD,
        CONTENTS,
        ROADMAP_FIELD,
    ],
);

/// The card.
pub static PROGRAM_CARD: Record = Record::new(
    "program-card",
    "Название, срок и вид программы.",
    &[
        Field::required("наименование", "name", Kind::Text, NAME_DOC),
        ACCUSATIVE,
        SHORT,
        GENDER,
        TERM,
        STANDARD,
        TITLE_PAGE_FIELD,
        SECTION_LABEL,
    ],
);

/// The card of an edition.
pub static EDITION_CARD: Record = Record::new(
    "edition-card",
    "Название, срок и вид программы в этой редакции; чего здесь нет, то берётся из программы.",
    &[
        Field::new("наименование", "name", Kind::Text, NAME_DOC),
        ACCUSATIVE,
        SHORT,
        GENDER,
        TERM,
        STANDARD,
        TITLE_PAGE_FIELD,
        SECTION_LABEL,
    ],
);

const NAME_DOC: &str = "Название, как оно стоит на документе; [[срок]] печатает срок.";
const ACCUSATIVE: Field =
    Field::new("винительный", "accusative", Kind::Text, "Название в винительном падеже: «Утвердить Программу …».");
const SHORT: Field = Field::new("далее", "short", Kind::Text, "Краткое название для «(далее – …)».");
const TERM: Field = Field::new(
    "срок",
    "term",
    Kind::Term,
    "Срок реализации: «2021–2025», «2021-2025 годы», «2020/2021–2022/2023 учебные годы», «01.09.2021–31.05.2024».",
);
const STANDARD: Field =
    Field::new("стандарт", "standard", Kind::Text, "По какой структуре проверять: шнор, фиоко, базовый, мп или своя.");
const TITLE_PAGE_FIELD: Field = Field::new(
    "титульный лист",
    "title-page",
    Kind::Record(&TITLE_PAGE),
    "Титульный лист с годом внизу: «2021 год»; без этого ключа его нет.",
);
const SECTION_LABEL: Field = Field::new(
    "нумерация разделов",
    "section-label",
    Kind::Label,
    "Как нумеруются разделы: «1.», «I.», «Раздел 1.», «нет».",
);

/// A goal.
pub static GOAL: Record = Record::short(
    "goal",
    "Цель и её задачи.",
    Shorthand::Field("text"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на цель ссылаются."),
        Field::required("текст", "text", Kind::Text, "Цель."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этой цели."),
        Field::new("задачи", "tasks", Kind::Records(&TASK), "Задачи этой цели."),
    ],
);

/// A task.
pub static TASK: Record = Record::short(
    "task",
    "Задача.",
    Shorthand::Field("text"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на задачу ссылаются."),
        Field::required("текст", "text", Kind::Text, "Задача."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этой задачи."),
    ],
);

/// An expected result.
pub static RESULT: Record = Record::short(
    "result",
    "Ожидаемый результат.",
    Shorthand::Field("text"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на результат ссылаются."),
        Field::required("текст", "text", Kind::Text, "Результат."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этого результата."),
        Field::new("список", "list", Kind::List(&Kind::Text), "Перечень под результатом: критерии, составные части."),
        Field::new("задача", "task", Kind::Link(Target::Task), "Ид или номер задачи."),
        Field::new("показатель", "indicator", Kind::Link(Target::Indicator), "Ид или номер показателя."),
    ],
);

/// An indicator.
pub static INDICATOR: Record = Record::new(
    "indicator",
    "Показатель или группа показателей с общей задачей, единицей или названием.",
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на показатель ссылаются."),
        Field::new("номер", "number", Kind::Text, "Номер: 1.2; если не указан, ставится сам."),
        Field::new("задача", "task", Kind::Link(Target::Task), "Ид или номер задачи."),
        Field::new("наименование", "name", Kind::Text, "Название показателя или группы."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этого показателя."),
        Field::new("единица", "unit", Kind::Text, "Единица измерения: %, чел., шт."),
        Field::new("направление", "direction", Kind::Choice(DIRECTION), "Растёт показатель или снижается."),
        Field::new("базовое", "baseline", Kind::Record(&BASELINE), "Значение до начала программы и его год."),
        Field::new("значения", "values", Kind::Values, "Значения по годам: «2021: 50» или «2021-2022: 50»."),
        Field::new(
            "результат",
            "result",
            Kind::Text,
            "Ожидаемый результат по этому показателю; в паспорт идёт, если нет перечня «результаты».",
        ),
        Field::new("ответственные", "responsible", Kind::Records(&RESPONSIBLE), "Кто отвечает за показатель."),
        Field::new("источник", "source", Kind::Text, "Откуда берутся данные и как считаются."),
        Field::new(
            "показатели",
            "indicators",
            Kind::Records(&INDICATOR),
            "Показатели группы или строки под показателем.",
        ),
    ],
);

/// The value before the program.
pub static BASELINE: Record = Record::short(
    "baseline",
    "Базовое значение.",
    Shorthand::Field("value"),
    &[
        Field::new("год", "year", Kind::Period, "Год или учебный год."),
        Field::required("значение", "value", Kind::Text, "Значение, как печатается."),
    ],
);

/// The table of indicators.
pub static INDICATOR_TABLE: Record = Record::new(
    "indicator-table",
    "Таблица показателей.",
    &[
        Field::new("годы", "years-heading", Kind::Text, "Подпись над колонками лет: «Учебные годы»."),
        Field::new("колонки", "columns", Kind::List(&Kind::Choice(INDICATOR_COLUMNS)), "Колонки по порядку."),
        Field::new("подписи", "captions", Kind::Record(&INDICATOR_CAPTIONS), "Подписи колонок."),
    ],
);

/// Captions of the table of indicators.
pub static INDICATOR_CAPTIONS: Record = Record::new(
    "indicator-captions",
    "Подписи колонок таблицы показателей.",
    &[
        Field::new("номер", "number", Kind::Text, "«№ п/п»."),
        Field::new("наименование", "name", Kind::Text, "«Наименование показателя»."),
        Field::new("единица", "unit", Kind::Text, "«Единица измерения»."),
        Field::new("базовое", "baseline", Kind::Text, "«Базовое значение»."),
        Field::new("ответственные", "responsible", Kind::Text, "«Ответственные»."),
        Field::new("источник", "source", Kind::Text, "«Источник данных»."),
        Field::new("результат", "result", Kind::Text, "«Ожидаемый результат»."),
    ],
);

const DIRECTION: &[Choice] = &[
    Choice::new("рост", "up", "Значения должны расти."),
    Choice::new("снижение", "down", "Значения должны снижаться."),
    Choice::new("сохранение", "level", "Значения должны остаться прежними."),
];

const INDICATOR_COLUMNS: &[Choice] = &[
    Choice::new("номер", "number", "Номер."),
    Choice::new("наименование", "name", "Название."),
    Choice::new("единица", "unit", "Единица измерения."),
    Choice::new("базовое", "baseline", "Базовое значение."),
    Choice::new("значения", "values", "По колонке на каждый год."),
    Choice::new("ответственные", "responsible", "Ответственные."),
    Choice::new("источник", "source", "Откуда берутся данные и как считаются."),
    Choice::new("результат", "result", "Ожидаемый результат."),
];

/// The passport.
pub static PASSPORT: Record = Record::new(
    "passport",
    "Паспорт: то, чего нет в других местах, и порядок строк.",
    &[
        Field::new("заголовок", "title", Kind::Text, "Название паспорта как отдельного документа."),
        Field::new("основание", "basis", PASSPORT_PARTS, "На основании чего разработана программа."),
        Field::new("заказчик", "customer", PASSPORT_PARTS, "Заказчик программы."),
        Field::new("разработчики", "developers", PASSPORT_PARTS, "Кто разработал программу."),
        Field::new("исполнители", "executors", PASSPORT_PARTS, "Кто исполняет программу."),
        Field::new("механизмы", "mechanisms", PASSPORT_PARTS, "Механизмы реализации."),
        Field::new(
            "финансирование",
            "funding",
            PASSPORT_PARTS,
            "Объёмы и источники финансирования своими словами; если не указано, строка составляется из ключа «финансирование» программы.",
        ),
        Field::new("контроль", "control", PASSPORT_PARTS, "Кто и как контролирует исполнение."),
        Field::new(
            "строки",
            "rows",
            Kind::Records(&PASSPORT_ROW),
            "Строки по порядку; если не указано, печатаются все, для которых есть данные.",
        ),
    ],
);

const PASSPORT_PARTS: Kind = Kind::Records(&PASSPORT_PART);

/// A part of a passport row.
pub static PASSPORT_PART: Record = Record::short(
    "passport-part",
    "Часть строки паспорта.",
    Shorthand::Field("text"),
    &[
        Field::new("заголовок", "label", Kind::Text, "Что стоит перед двоеточием: «Кадровое обеспечение»."),
        Field::new("сторона", "party", Kind::Link(Target::Party), "Ид стороны; печатается полное наименование."),
        Field::new("текст", "text", Kind::Text, "Текст."),
        Field::new("список", "list", Kind::List(&Kind::Text), "Перечень под текстом."),
    ],
);

/// A row of the passport.
pub static PASSPORT_ROW: Record = Record::short(
    "passport-row",
    "Строка паспорта.",
    Shorthand::Field("row"),
    &[
        Field::new("строка", "row", Kind::Choice(PASSPORT_ROWS), "Что показывает строка."),
        Field::new("заголовок", "caption", Kind::Text, "Подпись строки, если она не обычная."),
        Field::new(
            "метка",
            "label",
            Kind::Label,
            "Что стоит перед пунктами строки: «1.», «Показатель 1.», «-», «нет».",
        ),
        Field::new("текст", "text", Kind::Prose, "Текст своей строки."),
    ],
);

const PASSPORT_ROWS: &[Choice] = &[
    Choice::new("наименование", "name", "Название программы."),
    Choice::new("основание", "basis", "Основание для разработки."),
    Choice::new("заказчик", "customer", "Заказчик."),
    Choice::new("разработчики", "developers", "Разработчики."),
    Choice::new("исполнители", "executors", "Исполнители."),
    Choice::new("цели", "goals", "Цели."),
    Choice::new("задачи", "tasks", "Задачи."),
    Choice::new("показатели", "indicators", "Показатели."),
    Choice::new("срок", "term", "Срок реализации."),
    Choice::new("финансирование", "funding", "Объёмы и источники финансирования."),
    Choice::new("механизмы", "mechanisms", "Механизмы реализации."),
    Choice::new(
        "результаты",
        "results",
        "Ожидаемые результаты: перечень «результаты», а если его нет – «результат» каждого показателя.",
    ),
    Choice::new("контроль", "control", "Контроль."),
];
