"""Makes a country: municipalities of a program each, from the published programs with changed names.

    python benches/country.py FOLDER COUNT [--rows ROWS]

Each program is one file with what three papers need (order, passport, roadmap of ROWS measures) and the prose of a
published program; with 110 rows, the default, it has about 115 KB. A small file beside it names the municipality. The
same COUNT and ROWS give the same bytes. Needs PyYAML.
"""

import argparse
import pathlib

import yaml

PROGRAMS = pathlib.Path(__file__).resolve().parent.parent / "programs"
FIRST = "Бело Верхне Ново Красно Старо Усть Средне Камен Добро Ивано Мало Зелено Свято Черно Южно".split()
SECOND = "озер реч гор бор луг полян дол камен ключ бережн остров слобод мост вод пол".split()
THIRD = "ск нин ков лян чан гар дал мар сар тар".split()
TERM = range(2026, 2029)
DEADLINES = [
    "ежегодно, октябрь", "2026–2028 годы", "сентябрь 2026 г.", "до 1 марта 2027 г.", "ежеквартально", "май 2028 г.",
    "февраль – март 2027 г.", "ежегодно до 20 декабря", "II квартал 2027 г.", "октябрь 2026 г., далее ежегодно",
]
ACT = "Федеральный закон от 29.12.2012 № 273-ФЗ «Об образовании в Российской Федерации»"
INDICATORS = {
    "кадры": [
        ("педагогов", "прошедших повышение квалификации"), ("педагогов", "имеющих квалификационную категорию"),
        ("школ", "реализующих программы наставничества"), ("педагогов", "участвующих в методических объединениях"),
    ],
    "результаты": [
        ("обучающихся", "достигших базового уровня подготовки"), ("обучающихся", "участвующих в олимпиадах"),
        ("выпускников", "получивших аттестат"), ("обучающихся", "охваченных дополнительным образованием"),
    ],
    "управление": [
        ("школ", "участвующих в сетевом взаимодействии"), ("школ", "перешедших в эффективный режим работы"),
        ("руководителей", "прошедших диагностику дефицитов"), ("школ", "охваченных мониторингом качества"),
    ],
}


def published(name):
    """The YAML of one published file, every scalar as text."""
    return yaml.load((PROGRAMS / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def measures(tree):
    """All measures of a published roadmap, whatever they are grouped by: (text, result)."""
    if isinstance(tree, list):
        return [found for part in tree for found in measures(part)]
    if not isinstance(tree, dict):
        return []
    here = [(tree["мероприятие"], tree.get("результат"))] if isinstance(tree.get("мероприятие"), str) else []
    return here + [found for part in tree.values() for found in measures(part)]


def texts(pairs):
    """Measures whose texts are plain and closed: one paragraph, quotes in pairs, no list."""
    plain = []
    for text, result in pairs:
        words = [" ".join(part.split()) for part in (text, result or "Справка по итогам") if isinstance(part, str)]
        if len(words) < 2 or "- " in text or any(w.count("«") != w.count("»") or w[-1] in ",;:-" for w in words):
            continue
        plain.append((words[0].rstrip("."), words[1].rstrip(".")))
    return plain


def name(number):
    """The stem of a municipality's name, such as «Белозерск», different for each number below 2,250 and after."""
    first, rest = number % len(FIRST), number // len(FIRST)
    second, rest = rest % len(SECOND), rest // len(SECOND)
    third, rest = rest % len(THIRD), rest // len(THIRD)
    return FIRST[first] + SECOND[second] + THIRD[third] + "ин" * rest


def municipality(number, rows, bank, prose):
    """The trees of one municipality's files: of the municipality and of its program."""
    stem = name(number)
    place = f"{stem}ого района"
    ending = f"в школах {place} на [[срок]]"
    tasks = [
        ("кадры", "Развитие профессиональных компетенций педагогов"),
        ("результаты", "Сокращение доли обучающихся с низкими образовательными результатами"),
        ("управление", "Совершенствование управления качеством образования в школах района"),
    ]
    indicators = [
        {
            "ид": f"показатель-{task}-{index}",
            "задача": task,
            "наименование": f"Доля {who}, {what}",
            "единица": "%",
            "направление": "рост",
            "базовое": {"год": 2025, "значение": 30 + (number + index) % 20},
            "значения": {year: 50 + 8 * step + (number + index) % 10 for step, year in enumerate(TERM)},
            "результат": f"Не менее {66 + (number + index) % 10} % {who}, {what}",
            "ответственные": "Методический кабинет",
            "источник": "Отчеты школ",
        }
        for task, kinds in INDICATORS.items()
        for index, (who, what) in enumerate(kinds)
    ]
    parties = ["Отдел образования", "Методический кабинет", "Школы"]
    roadmap = []
    for row in range(rows):
        text, result = bank[(row + number) % len(bank)]
        task = tasks[row % len(tasks)][0]
        roadmap.append({
            "мероприятие": f"{text} (направление {row + 1} {place})",
            "задача": task,
            "показатель": f"показатель-{task}-{row // len(tasks) % 4}",
            "срок": DEADLINES[(row + number) % len(DEADLINES)],
            "ответственные": [parties[row % 3], parties[(row + 1) % 3]] if row % 2 else parties[row % 3],
            "результат": result,
        })
    size = max(1, rows // 4)
    names = ["Организационные", "Методические", "Аналитические", "Информационные"]
    sections = [
        {"наименование": f"{names[at % 4]} мероприятия, этап {at // 4 + 1}",
         "мероприятия": roadmap[at * size:(at + 1) * size if at < 3 else None]}
        for at in range(min(4, -(-rows // size)))
    ]
    common = {
        "муниципалитет": {"наименование": f"{stem}ий район", "город": f"с. {stem}ое"},
        "орган": {
            "наименование": f"Отдел образования администрации {place}",
            "родительный": f"отдела образования администрации {place}",
        },
        "бланк": {
            "строки": [f"АДМИНИСТРАЦИЯ {place.upper()}", "ОТДЕЛ ОБРАЗОВАНИЯ"],
            "адрес": [f"{100000 + number}, с. {stem}ое, ул. Школьная, д. 1", "тел. (00000) 2-00-00"],
        },
        "люди": [{"ид": "начальник", "имя": "О.В. Соколова", "должность": "начальник отдела образования"}],
        "стороны": [
            {"ид": "отдел", "наименование": f"Отдел образования администрации {place}", "краткое": parties[0]},
            {"ид": "кабинет", "наименование": "Районный методический кабинет", "краткое": parties[1]},
            {"ид": "школы", "наименование": f"Общеобразовательные организации {place}", "краткое": parties[2]},
        ],
    }
    program = {
        "программа": {
            "наименование": f"Программа повышения качества образования {ending}",
            "винительный": f"Программу повышения качества образования {ending}",
            "срок": "2026–2028 годы",
        },
        "паспорт": {
            "основание": ACT,
            "заказчик": f"Отдел образования администрации {place}",
            "разработчики": "Районный методический кабинет",
            "исполнители": ["Районный методический кабинет", f"Общеобразовательные организации {place}"],
            "механизмы": "Мероприятия дорожной карты, адресная методическая помощь школам",
            "финансирование": "В пределах средств, выделенных на основную деятельность исполнителей",
            "контроль": "Отдел образования ежегодно рассматривает отчет о выполнении Программы",
        },
        "цели": [{
            "текст": "Повышение качества образования в школах с низкими образовательными результатами",
            "задачи": [{"ид": key, "текст": text} for key, text in tasks],
        }],
        "показатели": indicators,
        "дорожная карта": {
            "наименование": f"Дорожная карта по реализации Программы повышения качества образования {ending}",
            "винительный": f"Дорожную карту по реализации Программы повышения качества образования {ending}",
            "разделы": sections,
        },
        "содержание": [
            {"раздел": "Паспорт программы", "часть": "паспорт"},
            {"раздел": "Анализ ситуации", "текст": prose},
            {"раздел": "Цели программы", "часть": "цели"},
            {"раздел": "Задачи программы", "часть": "задачи"},
            {"раздел": "Показатели программы", "часть": "показатели"},
        ],
        "приказ": {
            "дата": "25.12.2025",
            "номер": 100 + number % 400,
            "заголовок": f"Об утверждении Программы повышения качества образования в школах {place}",
            "преамбула": f"На основании {ACT.replace('Федеральный закон', 'Федерального закона')}, "
                         "в целях повышения качества образования в школах района",
            "пункты": [
                {"утвердить": ["программа", "дорожная карта"]},
                {"текст": "Методическому кабинету разместить Программу на сайте отдела образования.",
                 "срок": "до 15 января 2026 г."},
            ],
            "контроль": "оставляю за собой",
            "подпись": "начальник",
            "приложения": ["программа", "дорожная карта"],
        },
    }
    return common, program


def write(path, tree):
    """Writes a tree as a person would: keys in their order, lines of 110 signs."""
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    path.write_text(yaml.dump(tree, allow_unicode=True, sort_keys=False, width=110, Dumper=dumper), encoding="utf-8")


def main():
    """Writes FOLDER/район-0001/программа.yaml and so on."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("count", type=int)
    arguments.add_argument("--rows", type=int, default=110)
    wanted = arguments.parse_args()
    roadmaps = sorted(path.relative_to(PROGRAMS).as_posix() for path in PROGRAMS.glob("*/дорожная карта.yaml"))
    bank = texts([found for path in roadmaps for found in measures(published(path))])
    prose = (PROGRAMS / "strezhevoy-2020/анализ.md").read_text(encoding="utf-8")
    for number in range(wanted.count):
        folder = wanted.folder / f"район-{number + 1:04}"
        folder.mkdir(parents=True, exist_ok=True)
        common, program = municipality(number, wanted.rows, bank, prose)
        write(folder / "муниципалитет.yaml", common)
        write(folder / "программа.yaml", program)


main()
