//! The keys of the roadmap.

use super::{CONTENT, Choice, DEADLINE, Field, GENDER, Kind, OTHERWISE, RESPONSIBLE, Record, Target, cycle::CYCLE};

/// The roadmap.
pub static ROADMAP: Record = Record::new(
    "roadmap",
    "Дорожная карта: разделы, этапы, мероприятия.",
    &[
        Field::new("наименование", "name", Kind::Text, "Название дорожной карты как отдельного документа."),
        Field::new(
            "винительный",
            "accusative",
            Kind::Text,
            "Название в винительном падеже: «Утвердить Дорожную карту …».",
        ),
        Field::new("далее", "short", Kind::Text, "Краткое название для «(далее – …)»."),
        GENDER,
        Field::new("нумерация", "numbering", Kind::Choice(NUMBERING), "Как считаются мероприятия."),
        Field::new("номер", "number", Kind::Label, "Как пишется номер мероприятия: «1.» с точкой, «1» без точки."),
        Field::new(
            "нумерация разделов",
            "section-label",
            Kind::Label,
            "Как нумеруются разделы: «1.», «I.», «Направление 1.», «нет».",
        ),
        Field::new("колонки", "columns", Kind::List(&Kind::Choice(COLUMNS)), "Колонки по порядку."),
        Field::new("подписи", "captions", Kind::Record(&ROADMAP_CAPTIONS), "Подписи колонок."),
        Field::new(
            "ширины",
            "widths",
            Kind::List(&Kind::Whole),
            "Ширины колонок в долях: 6, 40, 14, 20, 20; если не указаны, считаются по тексту.",
        ),
        Field::new("стороны", "parties", Kind::Choice(PARTIES), "Как стоят несколько ответственных в ячейке."),
        Field::new(
            "содержание",
            "contents",
            Kind::Records(&CONTENT),
            "Что стоит в документе по порядку; если не указано, только таблица.",
        ),
        Field::new("разделы", "sections", Kind::Records(&ROADMAP_SECTION), "Разделы."),
        Field::new("мероприятия", "measures", Kind::Records(&MEASURE), "Мероприятия, если разделов нет."),
    ],
);

/// Captions of the roadmap.
pub static ROADMAP_CAPTIONS: Record = Record::new(
    "roadmap-captions",
    "Подписи колонок дорожной карты.",
    &[
        Field::new("номер", "number", Kind::Text, "«№ п/п»."),
        Field::new("мероприятие", "measure", Kind::Text, "«Мероприятия»."),
        Field::new("срок", "deadline", Kind::Text, "«Сроки»."),
        Field::new("ответственные", "responsible", Kind::Text, "«Ответственные»."),
        Field::new("результат", "result", Kind::Text, "«Ожидаемый результат»."),
        Field::new("звено", "cycle", Kind::Text, "«Звено управленческого цикла»."),
    ],
);

/// A section.
pub static ROADMAP_SECTION: Record = Record::new(
    "roadmap-section",
    "Раздел (направление) дорожной карты.",
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на раздел ссылаются: [[имя]]."),
        Field::required("наименование", "name", Kind::Text, "Название раздела без номера."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этого названия."),
        Field::new(
            "вводная",
            "lead",
            Kind::Text,
            "Подзаголовок перед мероприятиями раздела в тексте программы: «Мероприятия:».",
        ),
        CYCLE,
        Field::new("мероприятия", "measures", Kind::Records(&MEASURE), "Мероприятия раздела."),
        Field::new("этапы", "stages", Kind::Records(&STAGE), "Этапы раздела, у каждого свои мероприятия."),
    ],
);

/// A stage.
pub static STAGE: Record = Record::new(
    "stage",
    "Этап внутри раздела.",
    &[
        Field::required("наименование", "name", Kind::Text, "Название этапа."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этого названия."),
        CYCLE,
        Field::new("мероприятия", "measures", Kind::Records(&MEASURE), "Мероприятия этапа."),
    ],
);

/// A measure.
pub static MEASURE: Record = Record::new(
    "measure",
    "Мероприятие.",
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на мероприятие ссылаются: [[имя]]."),
        Field::required("мероприятие", "measure", Kind::Prose, "Что делается; может быть с абзацами и списками."),
        Field::new("иначе", "otherwise", Kind::Record(&OTHERWISE), "Другие формулировки этого мероприятия."),
        Field::new(
            "в тексте",
            "in-text",
            Kind::Flag,
            "нет, если мероприятие стоит только в таблице, а в тексте программы не перечисляется.",
        ),
        Field::new(
            "задача",
            "task",
            Kind::List(&Kind::Link(Target::Task)),
            "Ид или номер задачи, которой служит мероприятие.",
        ),
        Field::new(
            "показатель",
            "indicator",
            Kind::List(&Kind::Link(Target::Indicator)),
            "Ид или номер показателя, на который влияет мероприятие.",
        ),
        CYCLE,
        Field::new("срок", "deadline", Kind::Record(&DEADLINE), "Срок."),
        Field::new("ответственные", "responsible", Kind::Records(&RESPONSIBLE), "Ответственные."),
        Field::new("результат", "result", Kind::Prose, "Результат."),
        Field::new("подмероприятия", "measures", Kind::Records(&MEASURE), "Мероприятия под этим: 4.1, 4.2."),
    ],
);

const NUMBERING: &[Choice] = &[
    Choice::new("по разделам", "by-section", "1.1, 1.2, 2.1."),
    Choice::new("сквозная", "continuous", "1, 2, 3 через всю таблицу."),
    Choice::new("с начала", "restarting", "В каждом разделе и этапе снова с 1."),
];

const COLUMNS: &[Choice] = &[
    Choice::new("номер", "number", "Номер."),
    Choice::new("мероприятие", "measure", "Мероприятие."),
    Choice::new("срок", "deadline", "Срок."),
    Choice::new("ответственные", "responsible", "Ответственные."),
    Choice::new("результат", "result", "Результат."),
    Choice::new("звено", "cycle", "Звено управленческого цикла; само по себе не печатается."),
];

const PARTIES: &[Choice] = &[
    Choice::new("через запятую", "commas", "Одна за другой, через запятую."),
    Choice::new("строками", "lines", "Каждая с новой строки."),
];
