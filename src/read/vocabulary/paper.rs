//! The keys of papers: sections, parts, title page.

use super::{Choice, Field, GENDER, Kind, Record, Shorthand, cycle::CYCLE, order::PAGE};

/// A paper of the municipality's own.
pub static PAPER: Record = Record::new(
    "paper",
    "Свой документ, который утверждается вместе с программой: модель, положение.",
    &[
        Field::required("ид", "id", Kind::Id, "Имя, по которому на документ ссылаются."),
        Field::required("наименование", "name", Kind::Text, "Название, как оно стоит на документе."),
        Field::new("винительный", "accusative", Kind::Text, "Название в винительном падеже: «Утвердить …»."),
        Field::new("далее", "short", Kind::Text, "Краткое название для «(далее – …)»."),
        GENDER,
        Field::new(
            "нумерация разделов",
            "section-label",
            Kind::Label,
            "Как нумеруются разделы: «1.», «I.», «Раздел 1.», «нет».",
        ),
        Field::new("содержание", "contents", Kind::Records(&CONTENT), "Разделы по порядку."),
    ],
);

const PART_KIND: Field = Field::new(
    "часть",
    "part",
    Kind::Choice(PARTS),
    "Готовая часть: паспорт, акты, цели, задачи, показатели, результаты, финансирование, дорожная карта, мероприятия, сокращения.",
);
const LEAD: Field =
    Field::new("вводная", "lead", Kind::Prose, "Что сказано перед частью: «Основные задачи Программы:».");
const LABEL: Field =
    Field::new("метка", "label", Kind::Label, "Что стоит перед строками перечня: «1.», «1)», «а)», «-», «нет».");
const TEXT: Field = Field::new("текст", "text", Kind::Prose, "Текст в формате Markdown.");
const FILE: Field = Field::new("файл", "file", Kind::MarkdownFile, "Файл Markdown рядом с этим файлом.");

/// A section.
pub static CONTENT: Record = Record::short(
    "content",
    "Раздел документа или часть без заголовка.",
    Shorthand::FileOr("part"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на раздел ссылаются: [[имя]]."),
        Field::new("раздел", "heading", Kind::Text, "Заголовок раздела без номера."),
        Field::new("номер", "numbered", Kind::Flag, "нет, если раздел без номера."),
        Field::new(
            "в строку",
            "run-in",
            Kind::Flag,
            "да, если текст раздела продолжает строку заголовка: «III. Цель Программы: …»; только для первого уровня.",
        ),
        Field::new("страница", "page", Kind::Choice(PAGE), "Как лежит лист раздела."),
        CYCLE,
        PART_KIND,
        LEAD,
        LABEL,
        TEXT,
        FILE,
        Field::new("части", "parts", Kind::Records(&PART), "Несколько частей подряд."),
        Field::new("разделы", "sections", Kind::Records(&CONTENT), "Разделы второго уровня."),
    ],
);

/// A part of a section.
pub static PART: Record =
    Record::short("part", "Часть раздела.", Shorthand::FileOr("part"), &[PART_KIND, LEAD, LABEL, TEXT, FILE]);

/// The title page.
pub static TITLE_PAGE: Record = Record::short(
    "title-page",
    "Титульный лист.",
    Shorthand::Field("year"),
    &[
        Field::new("город", "town", Kind::Text, "Город внизу листа."),
        Field::new("год", "year", Kind::Text, "Год внизу листа: «2020 год»."),
    ],
);

/// The built-in parts.
const PARTS: &[Choice] = &[
    Choice::new("паспорт", "passport", "Таблица паспорта."),
    Choice::new("акты", "acts", "Перечень правовых актов."),
    Choice::new("цели", "goals", "Цели."),
    Choice::new("задачи", "tasks", "Задачи."),
    Choice::new("показатели", "indicators", "Таблица показателей."),
    Choice::new("результаты", "results", "Ожидаемые результаты."),
    Choice::new("финансирование", "funding", "Таблица финансирования по источникам и годам."),
    Choice::new("дорожная карта", "roadmap", "Таблица мероприятий."),
    Choice::new("мероприятия", "measures", "Мероприятия перечнем, без сроков и ответственных."),
    Choice::new("сокращения", "abbreviations", "Перечень сокращений."),
];
