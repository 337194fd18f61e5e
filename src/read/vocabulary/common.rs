//! Records that stand in several places: acts, deadlines, responsible parties, own wordings.

use super::{Choice, Field, Kind, Record, Shorthand, Target};

/// What «утвержден» agrees with.
pub(super) const GENDER: Field = Field::new(
    "род",
    "gender",
    Kind::Choice(GENDERS),
    "Род слова, которое называет документ, для грифа «УТВЕРЖДЕН»; у программы, карты, плана, положения и других частых слов известен.",
);

const GENDERS: &[Choice] = &[
    Choice::new("мужской", "masculine", "«УТВЕРЖДЕН»: план, порядок."),
    Choice::new("женский", "feminine", "«УТВЕРЖДЕНА»: программа, карта."),
    Choice::new("средний", "neuter", "«УТВЕРЖДЕНО»: положение."),
    Choice::new("множественное", "plural", "«УТВЕРЖДЕНЫ»: мероприятия."),
];

/// A legal act.
pub static ACT: Record = Record::short(
    "act",
    "Правовой акт: вид и орган, дата, номер, название.",
    Shorthand::Field("text"),
    &[
        Field::new("ид", "id", Kind::Id, "Имя, по которому на акт ссылаются."),
        Field::new(
            "вид",
            "kind",
            Kind::Text,
            "Вид акта и орган, как печатается: «Указ Президента Российской Федерации».",
        ),
        Field::new("дата", "date", Kind::Date, "Дата подписания; печатается так, как написана."),
        Field::new("номер", "number", Kind::Text, "Номер, без знака «№»: 273-ФЗ."),
        Field::new("название", "title", Kind::Text, "Название без внешних кавычек."),
        Field::new("примечание", "note", Kind::Text, "Что печатается после названия: «(с изменениями)»."),
        Field::new(
            "текст",
            "text",
            Kind::Text,
            "Акт целиком, если он печатается не по образцу «вид от дата № номер «название»».",
        ),
        Field::new(
            "родительный",
            "genitive",
            Kind::Text,
            "Акт целиком в родительном падеже: «приказа Министерства …».",
        ),
    ],
);

/// A deadline.
pub static DEADLINE: Record = Record::short(
    "deadline",
    "Срок: словами («октябрь 2021, далее ежегодно») или полями «с», «по», «каждый», «по плану».",
    Shorthand::Field("text"),
    &[
        Field::new("текст", "text", Kind::Text, "Срок словами; печатается так, как написан."),
        Field::new("с", "from", Kind::Date, "Первый день."),
        Field::new("по", "to", Kind::Date, "Последний день."),
        Field::new("каждый", "every", Kind::Text, "Как часто повторяется: год, полугодие, квартал, месяц."),
        Field::new(
            "по плану",
            "plan",
            Kind::Text,
            "План или график, который назначает срок, в дательном падеже: «графику СОИРО».",
        ),
    ],
);

/// Who answers for something.
pub static RESPONSIBLE: Record = Record::short(
    "responsible",
    "Ответственный: сторона из списка, лицо или свободный текст.",
    Shorthand::Field("party"),
    &[
        Field::new(
            "сторона",
            "party",
            Kind::Link(Target::Party),
            "Ид, полное или краткое наименование стороны или школы.",
        ),
        Field::new("лицо", "person", Kind::Link(Target::Person), "Ид лица; печатается с должностью."),
        Field::new("текст", "text", Kind::Text, "Ответственный своими словами, если его нет среди сторон."),
    ],
);

/// Own wordings.
pub static OTHERWISE: Record = Record::new(
    "otherwise",
    "Другая формулировка того же самого там, где бумага говорит иначе.",
    &[
        Field::new("паспорт", "passport", Kind::Text, "Формулировка в паспорте."),
        Field::new("раздел", "section", Kind::Text, "Формулировка в разделе программы."),
        Field::new("показатели", "indicators", Kind::Text, "Формулировка в таблице показателей."),
        Field::new("дорожная карта", "roadmap", Kind::Text, "Формулировка в дорожной карте."),
    ],
);
