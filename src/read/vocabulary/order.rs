//! The keys of the order.

use super::{ACT, Choice, DEADLINE, Field, GENDER, Kind, Record, Shorthand, Target};

/// The order.
pub static ORDER: Record = Record::new(
    "order",
    "Приказ.",
    &[
        Field::new("дата", "date", Kind::Date, "Дата подписания; пока её нет, печатается пустая строка."),
        Field::new("номер", "number", Kind::Text, "Номер, без знака «№»; пока его нет, печатается пустая строка."),
        Field::new("город", "town", Kind::Text, "Место составления, если оно не то, что у муниципалитета."),
        Field::new("заголовок", "heading", Kind::Text, "Заголовок к тексту: «Об утверждении …», без точки."),
        Field::new("основания", "basis", Kind::Records(&BASIS), "На основании чего издан приказ."),
        Field::new("цель", "purpose", Kind::Text, "Что стоит после слов «в целях», в родительном падеже."),
        Field::new(
            "преамбула",
            "preamble",
            Kind::Prose,
            "Всё до слова «приказываю» своими словами, вместо оснований и цели.",
        ),
        Field::new("пункты", "items", Kind::Records(&ITEM), "Пункты приказа; номера ставятся сами."),
        Field::new("контроль", "control", Kind::Record(&CONTROL), "Последний пункт: «оставляю за собой» или ид лица."),
        Field::new("подпись", "signature", Kind::Record(&SIGNATURE), "Кто подписывает."),
        Field::new(
            "визы",
            "visas",
            Kind::List(&Kind::Link(Target::Person)),
            "Кто согласовывает: иды лиц; после подписи печатаются строки «СОГЛАСОВАНО».",
        ),
        Field::new(
            "ознакомить",
            "acquaint",
            Kind::List(&Kind::Link(Target::Person)),
            "Кого ознакомить с приказом: иды лиц; печатаются строки для подписи и даты.",
        ),
        Field::new(
            "исполнитель",
            "executor",
            Kind::Record(&EXECUTOR),
            "Кто подготовил приказ; печатается внизу последнего листа.",
        ),
        Field::new(
            "приложения",
            "appendices",
            Kind::Records(&APPENDIX),
            "Приложения по порядку; номера ставятся сами.",
        ),
    ],
);

/// What the order rests on.
pub static BASIS: Record = Record::short(
    "basis",
    "Основание приказа.",
    Shorthand::Field("text"),
    &[
        Field::new(
            "вводная",
            "lead",
            Kind::Text,
            "Слова перед актом: «Во исполнение», «На основании», «В соответствии с».",
        ),
        Field::new("акт", "act", Kind::Record(&ACT), "Правовой акт; печатается в родительном падеже."),
        Field::new("ссылка", "link", Kind::Link(Target::Act), "Ид акта из списка «акты»."),
        Field::new("текст", "text", Kind::Text, "Основание своими словами, после «вводная», если она есть."),
    ],
);

/// An item.
pub static ITEM: Record = Record::short(
    "item",
    "Пункт приказа.",
    Shorthand::Field("text"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на пункт ссылаются: [[имя]]."),
        Field::new(
            "утвердить",
            "approve",
            Kind::Records(&APPROVAL),
            "Какие документы утвердить; номера приложений ставятся сами.",
        ),
        Field::new(
            "поручить",
            "assign",
            Kind::Link(Target::Person),
            "Кому поручить: ид лица; печатается в дательном падеже.",
        ),
        Field::new(
            "назначить",
            "appoint",
            Kind::Link(Target::Person),
            "Кого назначить: ид лица; печатается в винительном падеже.",
        ),
        Field::new(
            "рекомендовать",
            "recommend",
            Kind::Link(Target::Party),
            "Кому рекомендовать: ид стороны или слова в дательном падеже.",
        ),
        Field::new("текст", "text", Kind::Text, "Слова пункта; номер не пишется."),
        Field::new("срок", "deadline", Kind::Record(&DEADLINE), "Срок исполнения."),
        Field::new("подпункты", "items", Kind::Records(&ITEM), "Пункты второго уровня: 1.1, 1.2."),
        Field::new("дефисы", "dashes", Kind::Records(&DASH_ITEM), "Перечень с дефисами под пунктом."),
    ],
);

/// An approval.
pub static APPROVAL: Record = Record::short(
    "approval",
    "Что утвердить.",
    Shorthand::Field("document"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на пункт ссылаются: [[имя]]."),
        Field::required(
            "документ",
            "document",
            Kind::Link(Target::Paper),
            "«программа», «паспорт», «дорожная карта», ид документа или приложения; у редакции «программа: ид редакции» пишется как «программа/ид».",
        ),
        Field::new(
            "текст",
            "text",
            Kind::Text,
            "Название в винительном падеже, если здесь оно другое; может само назвать приложение: «согласно Приложению [[программа]]».",
        ),
        Field::new("далее", "short", Kind::Text, "Краткое название для «(далее – …)», если оно вводится здесь."),
    ],
);

/// A dashed item.
pub static DASH_ITEM: Record = Record::short(
    "dash-item",
    "Строка перечня с дефисом.",
    Shorthand::Field("text"),
    &[
        Field::required("текст", "text", Kind::Text, "Слова строки."),
        Field::new("срок", "deadline", Kind::Record(&DEADLINE), "Срок исполнения."),
    ],
);

/// The control.
pub static CONTROL: Record = Record::short(
    "control",
    "Контроль за исполнением.",
    Shorthand::Field("who"),
    &[
        Field::new("кто", "who", Kind::Text, "«оставляю за собой» или ид лица, на которое контроль возлагается."),
        Field::new("текст", "text", Kind::Text, "Весь пункт своими словами."),
    ],
);

/// The signature.
pub static SIGNATURE: Record = Record::short(
    "signature",
    "Подпись.",
    Shorthand::Field("person"),
    &[
        Field::required("лицо", "person", Kind::Link(Target::Person), "Ид лица, которое подписывает."),
        Field::new("должность", "post", Kind::Text, "Должность в подписи, если она не та, что у лица."),
        Field::new(
            "исполняет обязанности",
            "acting",
            Kind::Flag,
            "да, если подписывает временно исполняющий: «И.о. …».",
        ),
    ],
);

/// Who prepared the order.
pub static EXECUTOR: Record = Record::short(
    "executor",
    "Исполнитель: кто подготовил приказ.",
    Shorthand::Field("person"),
    &[
        Field::required("лицо", "person", Kind::Link(Target::Person), "Ид лица."),
        Field::new("телефон", "phone", Kind::Text, "Телефон исполнителя."),
    ],
);

/// An appendix.
pub static APPENDIX: Record = Record::short(
    "appendix",
    "Приложение: документ программы или текст в файле Markdown.",
    Shorthand::FileOr("document"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на приложение ссылаются: [[имя]]."),
        Field::new(
            "документ",
            "document",
            Kind::Link(Target::Paper),
            "«программа», «паспорт», «дорожная карта» или ид из списка «документы».",
        ),
        Field::new("файл", "file", Kind::MarkdownFile, "Файл Markdown рядом с этим файлом."),
        Field::new("наименование", "title", Kind::Text, "Название приложения из файла."),
        Field::new("страница", "page", Kind::Choice(PAGE), "Как лежит лист приложения из файла."),
        Field::new("отметка", "mark", Kind::Text, "Отметка в углу, если она не обычная «Приложение № … к приказу …»."),
        GENDER,
        Field::new("приложения", "appendices", Kind::Records(&APPENDIX), "Приложения этого приложения."),
    ],
);

/// How a page lies.
pub(super) const PAGE: &[Choice] =
    &[Choice::new("книжная", "portrait", "Лист стоит."), Choice::new("альбомная", "landscape", "Лист лежит на боку.")];
