//! The keys of a standard (`стандарты/….yaml`) and of what a municipality says of the check.

use super::{Choice, Field, Kind, Record, Shorthand};

/// How much something is wanted.
const DEGREE: Kind = Kind::Choice(&[
    Choice::new("обязательно", "required", "Нет — значит ошибка."),
    Choice::new("желательно", "recommended", "Нет — значит предупреждение."),
    Choice::new("необязательно", "optional", "Может не быть."),
]);

const LEVELS: Field = Field::new(
    "уровни",
    "levels",
    Kind::Dictionary,
    "Уровни правил: «имя-правила: ошибка», предупреждение, замечание или выключено.",
);

/// The whole file.
pub static STANDARD: Record = Record::new(
    "standard",
    "Стандартная структура: что в программе обязательно, желательно, необязательно.",
    &[
        Field::required("наименование", "name", Kind::Text, "Имя, по которому стандарт выбирают."),
        Field::new("описание", "about", Kind::Text, "Для каких программ стандарт."),
        Field::new("основан на", "base", Kind::Text, "Имя стандарта, в котором сказано остальное."),
        Field::new("программа", "program", Kind::Record(&STANDARD_PROGRAM), "Части программы."),
        Field::new("паспорт", "passport", Kind::Record(&STANDARD_PASSPORT), "Строки паспорта."),
        Field::new("разделы", "sections", Kind::Records(&STANDARD_SECTION), "Разделы содержания."),
        Field::new("цель", "goal", Kind::Record(&STANDARD_GOAL), "Что связано с каждой целью."),
        Field::new("задача", "task", Kind::Record(&STANDARD_TASK), "Что связано с каждой задачей."),
        Field::new("показатель", "indicator", Kind::Record(&STANDARD_INDICATOR), "Что сказано о каждом показателе."),
        Field::new("результат", "result", Kind::Record(&STANDARD_RESULT), "Что связано с каждым результатом."),
        Field::new("мероприятие", "measure", Kind::Record(&STANDARD_MEASURE), "Что сказано о каждом мероприятии."),
        Field::new("приказ", "order", Kind::Record(&STANDARD_ORDER), "Что есть в приказе."),
        Field::new("звенья", "links", Kind::Record(&STANDARD_LINKS), "Звенья управленческого цикла."),
        LEVELS,
    ],
);

/// The parts of a program.
pub static STANDARD_PROGRAM: Record = Record::new(
    "standard-program",
    "Части программы.",
    &[
        Field::new("срок", "term", DEGREE, "Срок реализации."),
        Field::new("паспорт", "passport", DEGREE, "Паспорт."),
        Field::new("цели", "goals", DEGREE, "Хотя бы одна цель."),
        Field::new("задачи", "tasks", DEGREE, "Хотя бы одна задача."),
        Field::new("показатели", "indicators", DEGREE, "Хотя бы один показатель."),
        Field::new("результаты", "results", DEGREE, "Ожидаемые результаты."),
        Field::new("дорожная карта", "roadmap", DEGREE, "Мероприятия дорожной карты."),
        Field::new("приказ", "order", DEGREE, "Приказ, который утверждает программу."),
        Field::new("финансирование", "funding", DEGREE, "Объёмы финансирования по источникам и годам."),
    ],
);

/// The rows of the passport.
pub static STANDARD_PASSPORT: Record = Record::new(
    "standard-passport",
    "Строки паспорта.",
    &[
        Field::new("наименование", "name", DEGREE, "Наименование программы."),
        Field::new("основание", "basis", DEGREE, "Основание для разработки."),
        Field::new("заказчик", "customer", DEGREE, "Заказчик."),
        Field::new("разработчики", "developers", DEGREE, "Разработчики."),
        Field::new("исполнители", "executors", DEGREE, "Исполнители."),
        Field::new("цели", "goals", DEGREE, "Цели."),
        Field::new("задачи", "tasks", DEGREE, "Задачи."),
        Field::new("показатели", "indicators", DEGREE, "Показатели."),
        Field::new("срок", "term", DEGREE, "Сроки и этапы реализации."),
        Field::new("финансирование", "funding", DEGREE, "Объёмы и источники финансирования."),
        Field::new("механизмы", "mechanisms", DEGREE, "Механизмы реализации."),
        Field::new("результаты", "results", DEGREE, "Ожидаемые результаты."),
        Field::new("контроль", "control", DEGREE, "Контроль исполнения."),
    ],
);

/// A section of the contents.
pub static STANDARD_SECTION: Record = Record::new(
    "standard-section",
    "Раздел содержания: узнаётся по словам в заголовке.",
    &[
        Field::required("наименование", "name", Kind::Text, "Как раздел называют."),
        Field::new(
            "слова",
            "words",
            Kind::List(&Kind::Text),
            "Начала слов, по любому из которых заголовок узнаётся; без них — само наименование.",
        ),
        Field::required("нужен", "degree", DEGREE, "Нужен ли раздел."),
    ],
);

/// What belongs to each goal.
pub static STANDARD_GOAL: Record =
    Record::new("standard-goal", "Что связано с каждой целью.", &[Field::new("задача", "task", DEGREE, "Задача.")]);

/// What belongs to each task.
pub static STANDARD_TASK: Record = Record::new(
    "standard-task",
    "Что связано с каждой задачей.",
    &[
        Field::new("показатель", "indicator", DEGREE, "Показатель, который её измеряет."),
        Field::new("мероприятие", "measure", DEGREE, "Мероприятие, которое её решает."),
    ],
);

/// What is said of each indicator.
pub static STANDARD_INDICATOR: Record = Record::new(
    "standard-indicator",
    "Что сказано о каждом показателе.",
    &[
        Field::new("задача", "task", DEGREE, "Задача, которую показатель измеряет."),
        Field::new("единица", "unit", DEGREE, "Единица измерения."),
        Field::new("базовое", "baseline", DEGREE, "Базовое значение."),
        Field::new("значения", "values", DEGREE, "Значение на каждый год срока."),
        Field::new("ответственные", "responsible", DEGREE, "Кто отвечает за показатель."),
        Field::new("источник", "source", DEGREE, "Откуда берутся данные."),
        Field::new("результат", "result", DEGREE, "Ожидаемый результат."),
    ],
);

/// What belongs to each expected result.
pub static STANDARD_RESULT: Record = Record::new(
    "standard-result",
    "Что связано с каждым ожидаемым результатом.",
    &[Field::new("показатель", "indicator", DEGREE, "Показатель, по которому результат виден.")],
);

/// What is said of each measure.
pub static STANDARD_MEASURE: Record = Record::new(
    "standard-measure",
    "Что сказано о каждом мероприятии.",
    &[
        Field::new("задача", "task", DEGREE, "Задача, которую мероприятие решает."),
        Field::new("срок", "deadline", DEGREE, "Срок."),
        Field::new("ответственные", "responsible", DEGREE, "Ответственный."),
        Field::new("результат", "result", DEGREE, "Результат."),
    ],
);

/// What is in the order.
pub static STANDARD_ORDER: Record = Record::new(
    "standard-order",
    "Что есть в приказе.",
    &[
        Field::new("дата", "date", DEGREE, "Дата."),
        Field::new("номер", "number", DEGREE, "Номер."),
        Field::new("заголовок", "heading", DEGREE, "Заголовок к тексту."),
        Field::new("основание", "basis", DEGREE, "Основание в преамбуле."),
        Field::new("контроль", "control", DEGREE, "Пункт о контроле."),
        Field::new("подпись", "signature", DEGREE, "Подпись."),
    ],
);

/// The links of the management cycle.
pub static STANDARD_LINKS: Record = Record::new(
    "standard-links",
    "Звенья управленческого цикла, которые должны быть в программе.",
    &[
        Field::new("цель", "goals", DEGREE, "Цели."),
        Field::new("показатель", "indicators", DEGREE, "Показатели."),
        Field::new("метод сбора информации", "collection", DEGREE, "Методы сбора информации."),
        Field::new("мониторинг", "monitoring", DEGREE, "Мониторинг показателей."),
        Field::new("анализ", "analysis", DEGREE, "Анализ результатов мониторинга."),
        Field::new("адресные рекомендации", "recommendations", DEGREE, "Адресные рекомендации."),
        Field::new("мера", "measures", DEGREE, "Меры и мероприятия."),
        Field::new("управленческое решение", "decisions", DEGREE, "Управленческие решения."),
        Field::new("анализ эффективности", "effectiveness", DEGREE, "Анализ эффективности принятых мер."),
    ],
);

/// What a municipality says of the check.
pub static CHECKING: Record = Record::short(
    "checking",
    "Как проверять программы муниципалитета.",
    Shorthand::Field("standard"),
    &[Field::new("стандарт", "standard", Kind::Text, "Стандарт программ, которые не назвали своего."), LEVELS],
);

/// What a program is excused from.
pub static EXCEPTION: Record = Record::new(
    "exception",
    "Исключение: замечание, которое известно и оставлено.",
    &[
        Field::required("правило", "rule", Kind::Text, "Имя правила из отчёта."),
        Field::new(
            "место",
            "where",
            Kind::Text,
            "Слова из отмеченного текста или из замечания, или имя файла; без него — вся программа.",
        ),
        Field::required("причина", "reason", Kind::Text, "Почему это оставлено."),
        Field::new("до", "until", Kind::Date, "До какого дня исключение действует."),
    ],
);
