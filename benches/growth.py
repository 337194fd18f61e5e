"""Shows that time grows with a list and not with its square.

    python benches/growth.py PRIKAZ [--only NAME …] [--most 20000] [--seconds 20] [--times 3]

For each list that a user can make long: a program with n and with 2n things, `--jobs 1`, processor seconds (user and
system, the best of several runs), and their ratio. n is doubled up to the documented limits or until a run takes so
many seconds; the last pair is printed. A ratio over 2.3 is marked: something is compared each with each.
"""

import argparse
import math
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

BOUND = 2.3
# What is not read takes no time: the pair of sizes before is told.
REFUSALS = ["too-many-nodes", "too-large", "too-many-files"]
SYLLABLES = "ба ве гу дар жон зал кир лом мур нед пос рыб сан тев уль фен хат цол чар шум".split()
CARD = "программа:\n  наименование: Программа поддержки школ\n  винительный: Программу поддержки школ\n  срок: 2021–2023 годы\n"
MUNICIPALITY = "муниципалитет:\n  наименование: Приреченский район\nлюди:\n  - ид: начальник\n    имя: О.В. Соколова\n    должность: начальник отдела\n"
ORDER = "приказ:\n  дата: 30 августа 2021 г.\n  номер: 5\n  заголовок: О программе\n  подпись: начальник\n"


def word(number):
    """A word of its own for each number, of four syllables."""
    parts = []
    for _ in range(4):
        parts.append(SYLLABLES[number % len(SYLLABLES)])
        number //= len(SYLLABLES)
    return "".join(parts)


def name(number):
    """The same with a capital."""
    return word(number).capitalize()


def lines(n, line):
    """A line for each number."""
    return "".join(line(number) for number in range(n))


def program(text="", **files):
    """The files of one program, `тексты` and `район` apart."""
    district = files.pop("район", MUNICIPALITY)
    return {"муниципалитет.yaml": district, "программа.yaml": CARD + text, **files}


def measures(n, more=lambda i: "", ids=False):
    """A roadmap of n measures."""
    key = (lambda i: f"    - ид: мера-{i}\n      ") if ids else (lambda i: "    - ")
    return "дорожная карта:\n  мероприятия:\n" + lines(
        n, lambda i: f"{key(i)}мероприятие: Провести {word(i)} с педагогами\n{more(i)}")


def tasks(n):
    return "задачи:\n" + lines(n, lambda i: f"  - ид: задача-{i}\n    текст: Развитие {word(i)} в школах\n")


def indicators(n, more=lambda i: ""):
    return "показатели:\n" + lines(n, lambda i: f"  - ид: показатель-{i}\n    наименование: Доля {word(i)} в школах\n{more(i)}")


def parties(n):
    return MUNICIPALITY + "стороны:\n" + lines(n, lambda i: f"  - ид: сторона-{i}\n    наименование: Комитет {name(i)}\n    краткое: К{name(i)}\n")


def people(n):
    return MUNICIPALITY + lines(n, lambda i: f"  - ид: лицо-{i}\n    имя: А.Б. {name(i)}ов\n")


def acts(n):
    return "акты:\n" + lines(n, lambda i: f"  - ид: акт-{i}\n    вид: приказ\n    дата: 12 июля 2021 г.\n    номер: {i}\n    название: О {word(i)}\n")


def papers(n):
    return "документы:\n" + lines(n, lambda i: f"  - ид: бумага-{i}\n    наименование: Положение о {word(i)}\n    винительный: Положение о {word(i)}\n    содержание: [{{текст: Слово {word(i)}}}]\n")


def prose(text):
    """A program with one section from a Markdown file."""
    return program("содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": text})


def section(n, line):
    """A program whose section is a text of n paragraphs."""
    return prose(lines(n, lambda i: line(i) + "\n\n"))


LISTS = {}


def case(most=20000, command="check", arguments=()):
    """A list of up to so many things, and what is done with it."""
    def keep(make):
        LISTS[make.__name__.replace("_", "-")] = (make, most, command, arguments)
        return make
    return keep


# Names that are known or not.

@case()
def measures_plain(n):
    return program(measures(n, lambda i: f"      срок: {1 + i % 28} мая 2021 г.\n      результат: Справка {word(i)}\n"))

@case()
def measures_build(n):
    return program(measures(n, lambda i: f"      срок: {1 + i % 28} мая 2021 г.\n"))

@case()
def submeasures(n):
    return program("дорожная карта:\n  мероприятия:\n    - мероприятие: Общее\n      подмероприятия:\n" + lines(n, lambda i: f"        - Провести {word(i)}\n"))

@case()
def stages(n):
    return program("дорожная карта:\n  разделы:\n    - наименование: Раздел\n      этапы:\n" + lines(n, lambda i: f"        - {{наименование: Этап {word(i)}, мероприятия: [{{мероприятие: Дело {word(i)}}}]}}\n"))

@case()
def roadmap_sections(n):
    return program(tasks(1) + "дорожная карта:\n  разделы:\n" + lines(n, lambda i: f"    - {{наименование: Раздел {word(i)}, мероприятия: [{{мероприятие: Дело {word(i)}}}]}}\n"))

@case()
def references_known(n):
    return program(measures(n, ids=True) + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"См. [[мера-{i}]].\n\n")})

@case()
def references_unknown(n):
    return program(measures(n, ids=True) + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"См. [[мерза-{i}]].\n\n")})

@case()
def references_strange(n):
    return program(measures(n, ids=True) + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"См. [[{word(i)}]].\n\n")})

@case()
def parties_known(n):
    return program(measures(n, lambda i: f"      ответственные: {{сторона: сторона-{i}}}\n"), район=parties(n))

@case()
def parties_unknown(n):
    return program(measures(n, lambda i: f"      ответственные: {{сторона: сторон-{i}}}\n"), район=parties(n))

@case()
def parties_unknown_words(n):
    return program(measures(n, lambda i: f"      ответственные: {{сторона: Комитет {name(i + 1)[:-1]}}}\n"), район=parties(n))

@case()
def parties_several(n):
    return program("дорожная карта:\n  мероприятия:\n    - мероприятие: Общее\n      ответственные:\n" + lines(n, lambda i: f"        - сторона: сторона-{i}\n"), район=parties(n))

@case()
def parties_free(n):
    return program(measures(n, lambda i: f"      ответственные: {{текст: МКУ «Центр {name(i)}»}}\n"))

@case()
def parties_free_alike(n):
    return program(measures(n, lambda i: f"      ответственные: {{текст: МКУ «Центр образования {'АБ'[i % 2]}»}}\n"))

@case()
def parties_unused(n):
    return program(measures(1), район=parties(n))

@case(most=10000)
def parties_named(n):
    return program("содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", район=parties(n), **{"анализ.md": lines(n, lambda i: f"Комитет {name(i)}а действует.\n\n")})

@case()
def schools(n):
    return program(measures(1), район=MUNICIPALITY + "школы:\n" + lines(n, lambda i: f"  - Школа № {i}\n"))

@case()
def heads(n):
    return program(measures(1), район=people(n) + "стороны:\n" + lines(n, lambda i: f"  - {{наименование: Комитет {name(i)}, руководитель: лицо-{i}}}\n"))

@case()
def people_known(n):
    return program(measures(n, lambda i: f"      ответственные: {{лицо: лицо-{i}}}\n"), район=people(n))

@case()
def people_unknown(n):
    return program(measures(n, lambda i: f"      ответственные: {{лицо: лица-{i}}}\n"), район=people(n))

@case()
def people_unknown_names(n):
    return program(measures(n, lambda i: f"      ответственные: {{лицо: А.Б. {name(i)}ев}}\n"), район=people(n))

@case()
def people_acquaint(n):
    return program(ORDER + "  ознакомить:\n" + lines(n, lambda i: f"    - лицо-{i}\n"), район=people(n))

@case()
def surnames_misspelt(n):
    return program("содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", район=people(n), **{"анализ.md": lines(n, lambda i: f"Поручить А.Б. {name(i)[:4]}р{name(i)[4:]}ов и А.Б. {name(i + 7)}ова.\n\n")})

@case()
def surnames_alike(n):
    return program("содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", район=MUNICIPALITY + lines(n, lambda i: f"  - ид: лицо-{i}\n    имя: А.Б. Ива{word(i)}ов\n"), **{"анализ.md": lines(n, lambda i: f"Поручить А.Б. Ива{word(i)[::-1]}ов.\n\n")})

@case()
def tasks_known(n):
    return program(tasks(n) + measures(n, lambda i: f"      задача: задача-{i}\n"))

@case()
def tasks_by_number(n):
    return program(tasks(n) + measures(n, lambda i: f"      задача: {i + 1}\n"))

@case()
def tasks_unknown(n):
    return program(tasks(n) + measures(n, lambda i: f"      задача: зодача-{i}\n"))

@case()
def tasks_by_text(n):
    return program(tasks(n) + measures(n, lambda i: f"      задача: Развитие {word(i)} в школах\n"))

@case()
def tasks_several(n):
    return program(tasks(n) + "дорожная карта:\n  мероприятия:\n    - мероприятие: Общее\n      задача:\n" + lines(n, lambda i: f"        - задача-{i}\n"))

@case()
def goals(n):
    return program("цели:\n" + lines(n, lambda i: f"  - {{текст: Рост {word(i)}, задачи: [{{текст: Развитие {word(i)}}}]}}\n"))

@case()
def indicators_plain(n):
    return program(indicators(n))

@case()
def indicators_of_tasks(n):
    return program(tasks(n) + indicators(n, lambda i: f"    задача: задача-{i}\n"))

@case()
def indicators_of_tasks_build(n):
    return program(tasks(n) + indicators(n, lambda i: f"    задача: задача-{i}\n"))

@case()
def indicators_known(n):
    return program(indicators(n) + measures(n, lambda i: f"      показатель: показатель-{i}\n"))

@case()
def indicators_unknown(n):
    return program(indicators(n) + measures(n, lambda i: f"      показатель: показатели-{i}\n"))

@case()
def indicators_within(n):
    return program("показатели:\n  - наименование: Доля школ\n    показатели:\n" + lines(n, lambda i: f"      - наименование: Доля {word(i)}\n"))

@case(most=8000)
def indicator_values(n):
    return program("показатели:\n  - наименование: Доля школ\n    значения:\n" + lines(n, lambda i: f"      {1000 + i}: 5\n"))

@case()
def results(n):
    return program(tasks(n) + indicators(n) + "результаты:\n" + lines(n, lambda i: f"  - {{текст: Рост {word(i)}, задача: задача-{i}, показатель: показатель-{i}}}\n"))

@case()
def acts_listed(n):
    return program(acts(n))

@case()
def acts_known(n):
    return program(acts(n) + ORDER + "  основания:\n" + lines(n, lambda i: f"    - ссылка: акт-{i}\n"))

@case()
def acts_unknown(n):
    return program(acts(n) + ORDER + "  основания:\n" + lines(n, lambda i: f"    - ссылка: окт-{i}\n"))

@case()
def acts_in_text(n):
    return section(n, lambda i: f"Согласно приказу Министерства образования от 12 июля 2021 г. № {i} «О {word(i)}».")

@case()
def acts_conflict(n):
    return program(acts(n) + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"Согласно приказу от 13 июля 2021 г. № {i} «О {word(i)}».\n\n")})

# The order and its papers.

@case(most=5000)
def papers_approved(n):
    return program(papers(n) + ORDER + "  пункты:\n" + lines(n, lambda i: f"    - утвердить: бумага-{i}\n") + "  приложения:\n" + lines(n, lambda i: f"    - бумага-{i}\n"))

@case(most=5000)
def papers_approved_build(n):
    return program(papers(n) + ORDER + "  пункты:\n" + lines(n, lambda i: f"    - утвердить: бумага-{i}\n") + "  приложения:\n" + lines(n, lambda i: f"    - бумага-{i}\n"))

@case()
def papers_unknown(n):
    return program(papers(n) + ORDER + "  пункты:\n" + lines(n, lambda i: f"    - утвердить: бомага-{i}\n"))

@case()
def appendices(n):
    return program(ORDER + "  пункты:\n    - утвердить:\n" + lines(n, lambda i: f"        - {{документ: график-{i}, текст: график {word(i)}}}\n") + "  приложения:\n" + lines(n, lambda i: f"    - {{ид: график-{i}, наименование: График {word(i)}, текст: Слово {word(i)}}}\n"))

@case()
def appendices_build(n):
    return appendices(n)

@case()
def appendices_within(n):
    return program(ORDER + "  приложения:\n    - ид: общее\n      наименование: Общее\n      текст: Слово\n      приложения:\n" + lines(n, lambda i: f"        - {{ид: график-{i}, наименование: График {word(i)}, текст: Слово {word(i)}}}\n"))

@case()
def appendices_mentioned(n):
    return program(ORDER + "  пункты:\n" + lines(n, lambda i: f"    - Действовать по графику (приложение № {i + 1}).\n") + "  приложения:\n" + lines(n, lambda i: f"    - {{ид: график-{i}, наименование: График {word(i)}, текст: Слово {word(i)}}}\n"))

@case()
def items(n):
    return program(ORDER + "  пункты:\n" + lines(n, lambda i: f"    - Методисту провести {word(i)} до 5 мая 2021 г.\n"))

@case()
def items_build(n):
    return items(n)

@case()
def items_within(n):
    return program(ORDER + "  пункты:\n    - текст: \"Школам:\"\n      подпункты:\n" + lines(n, lambda i: f"        - Провести {word(i)} до 5 мая 2021 г.\n"))

@case()
def dashes(n):
    return program(ORDER + "  пункты:\n    - текст: \"Школам:\"\n      дефисы:\n" + lines(n, lambda i: f"        - провести {word(i)}\n"))

@case()
def items_assigned(n):
    return program(ORDER + "  пункты:\n" + lines(n, lambda i: f"    - {{поручить: лицо-{i}, текст: провести {word(i)}}}\n"), район=people(n))

@case()
def items_recommended(n):
    return program(ORDER + "  пункты:\n" + lines(n, lambda i: f"    - {{рекомендовать: сторона-{i}, текст: провести {word(i)}}}\n"), район=parties(n))

# Sections and texts.

@case()
def sections(n):
    return program("содержание:\n" + lines(n, lambda i: f"  - {{ид: раздел-{i}, раздел: О {word(i)}, текст: Слово {word(i)}.}}\n"))

@case()
def sections_build(n):
    return sections(n)

@case()
def sections_within(n):
    return program("содержание:\n  - раздел: Общее\n    разделы:\n" + lines(n, lambda i: f"      - {{раздел: О {word(i)}, текст: Слово {word(i)}.}}\n"))

@case()
def section_parts(n):
    return program("содержание:\n  - раздел: Общее\n    части:\n" + lines(n, lambda i: f"      - текст: Слово {word(i)}.\n"))

@case(most=8000)
def parts_repeated(n):
    return program("содержание:\n" + lines(n, lambda i: "  - часть: цели\n") + "цели:\n  - Рост\n")

@case()
def headings(n):
    return section(n, lambda i: f"## О {word(i)}")

@case()
def standard_sections(n):
    standard = "наименование: свой\nописание: Свой.\nразделы:\n" + lines(n, lambda i: f"  - {{наименование: О {word(i)}, слова: [{word(i)}], нужен: желательно}}\n")
    files = program("содержание:\n" + lines(n, lambda i: f"  - {{раздел: Глава {word(i + 3)}, текст: Слово.}}\n"))
    files["программа.yaml"] = files["программа.yaml"].replace("годы\n", "годы\n  стандарт: свой\n", 1)
    return {**files, "стандарты/свой.yaml": standard}

@case()
def paragraphs(n):
    return section(n, lambda i: f"Школы ведут {word(i)} и {word(i + 1)}.")

@case()
def paragraphs_build(n):
    return paragraphs(n)

@case()
def paragraphs_same(n):
    return section(n, lambda i: "Школы ведут работу с родителями и педагогами в течение всего учебного года по плану.")

@case()
def paragraphs_alike(n):
    return section(n, lambda i: f"Школы ведут работу с родителями и педагогами в течение всего года по {word(i)}.")

@case()
def measures_alike(n):
    return program("дорожная карта:\n  мероприятия:\n" + lines(n, lambda i: f"    - Проведение семинаров с педагогами школ района по вопросам подготовки {word(i)}\n"))

@case()
def measures_same(n):
    return program("дорожная карта:\n  мероприятия:\n" + lines(n, lambda i: "    - Проведение семинаров с педагогами школ района\n"))

@case()
def tasks_alike(n):
    return program("задачи:\n" + lines(n, lambda i: f"  - Развитие профессиональных компетенций педагогов школ района по вопросам {word(i)}\n"))

@case()
def wordings(n):
    return program("задачи:\n" + lines(n, lambda i: f"  - {{текст: Развитие компетенций {word(i)}, иначе: {{паспорт: Развитие всех компетенций {word(i)}, раздел: развитие {word(i)}}}}}\n"))

@case()
def drift(n):
    return program(tasks(n) + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"Развитие всех {word(i)} в школах района\n\n")})

@case()
def drift_same(n):
    return program("задачи:\n" + lines(n, lambda i: f"  - Развитие компетенций педагогов школ района {i}\n") + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"- Развитие компетенций педагогов школ области {i}\n")})

@case()
def bullets(n):
    return prose(lines(n, lambda i: f"- слово {word(i)};\n"))

@case()
def footnotes(n):
    return section(n, lambda i: f"Слово {word(i)}[^{i}].\n\n[^{i}]: Сноска {word(i)}.")

@case()
def footnotes_unknown(n):
    return section(n, lambda i: f"Слово {word(i)}[^{i}].\n\n[^н{i}]: Сноска {word(i)}.")

@case()
def links(n):
    return section(n, lambda i: f"Слово [{word(i)}](https://example.org/{i}).")

@case()
def links_build(n):
    return links(n)

@case(most=5000)
def tables(n):
    return section(n, lambda i: f"| А | Б |\n|---|---|\n| {word(i)} | 2 |\n")

@case(most=5000)
def tables_build(n):
    return tables(n)

@case(most=8000)
def table_rows(n):
    return prose("| А | Б |\n|---|---|\n" + lines(n, lambda i: f"| {word(i)} | {i} |\n") + "| Итого | 5 |\n")

@case(most=8000)
def table_rows_build(n):
    return table_rows(n)

@case(most=60)
def table_columns(n):
    return prose("|" + "А|" * n + "\n|" + "---|" * n + "\n" + ("|" + "5|" * n + "\n") * 300)

@case(most=2400)
def words_of_line(n):
    return section(40, lambda p: " ".join(word(p * n + i) for i in range(n))[:19000])

@case(most=2400)
def quotes_of_line(n):
    return section(40, lambda p: " ".join(f"«{word(i)[:3]}" for i in range(n))[:19000])

@case(most=2400)
def years_of_line(n):
    return section(40, lambda p: " ".join(f"в 20{i % 90 + 10} г." for i in range(n))[:19000])

@case(most=2400)
def acts_of_line(n):
    return section(10, lambda p: ", ".join(f"приказ от 12.07.2021 № {i}" for i in range(n))[:19000])

# Short names and abbreviations.

@case()
def abbreviations(n):
    return program("сокращения:\n" + lines(n, lambda i: f"  {word(i).upper()}: центр {word(i)}\n") + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"Работает {word(i).upper()}.\n\n")})

@case()
def abbreviations_short(n):
    return section(n, lambda i: f"Работает {word(i)[:5].upper()}.")

@case()
def abbreviations_of_parties(n):
    return program("сокращения:\n" + lines(n, lambda i: f"  {word(i).upper()}: центр {word(i)}\n"), район=parties(n))

@case()
def abbreviations_unused(n):
    return program(measures(n) + "сокращения:\n" + lines(n, lambda i: f"  {word(i).upper()}: центр {word(i)}\n"))

@case()
def abbreviations_of_municipality(n):
    return program("содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", район=MUNICIPALITY + "сокращения:\n" + lines(n, lambda i: f"  {word(i).upper()}: центр {word(i)}\n"), **{"анализ.md": lines(n, lambda i: f"Работает {word(i + n).upper()}.\n\n")})

@case()
def short_names(n):
    return section(n, lambda i: f"Муниципальный центр {word(i)} (далее – {name(i)}). Действует {name(i)}.")

@case()
def short_names_unused(n):
    return section(n, lambda i: f"Муниципальный центр {word(i)} (далее – {name(i)}).")

@case()
def short_names_same(n):
    return section(n, lambda i: f"Муниципальный центр {word(i)} (далее – Центр).")

# Files.

@case(most=8000)
def files_named(n):
    files = program("содержание:\n" + lines(n, lambda i: f"  - {{раздел: О {word(i)}, файл: т{i}.md}}\n"))
    return {**files, **{f"т{i}.md": f"Слово {word(i)}.\n" for i in range(n)}}

@case(most=8000)
def files_missing(n):
    files = program("содержание:\n" + lines(n, lambda i: f"  - {{раздел: О {word(i)}, файл: фейл-{i}.md}}\n"))
    return {**files, **{f"файл-{i}.md": "" for i in range(n)}}

@case(most=8000)
def files_beside(n):
    return {**program(measures(1)), **{f"файл-{i}.md": "" for i in range(n)}}

@case(most=200)
def parts(n):
    return {**program(), **{f"часть-{i}.yaml": f"задачи:\n  - Развитие {word(i)}\n" if i == 0 else f"лишнее-{i}: 1\n" for i in range(n)}}

@case(most=8000)
def programs(n):
    return {f"п{i}/программа.yaml": CARD for i in range(n)}

@case(most=8000)
def programs_same_name(n):
    return {f"о{i}/п/программа.yaml": CARD for i in range(n)}

@case(most=4000)
def programs_build(n):
    return {f"о{i}/п/программа.yaml": CARD for i in range(n)}

@case(most=8000, command="build")
def papers_left(n):
    return {**program(), "программа.yaml": CARD + papers(n // 16 + 1), **{f"out/папка/старый-{i}.docx": "" for i in range(n)}}

# The municipality and small lists.

@case()
def letterhead(n):
    return program(ORDER, район=MUNICIPALITY + "бланк:\n  строки:\n" + lines(n, lambda i: f"    - Отдел {word(i)}\n"))

@case()
def letterhead_build(n):
    return letterhead(n)

@case()
def passport_rows(n):
    return program("паспорт:\n  заказчик: Отдел\n  строки:\n" + lines(n, lambda i: f"    - {{заголовок: О {word(i)}, текст: Слово {word(i)}}}\n"))

@case()
def passport_rows_build(n):
    return passport_rows(n)

@case()
def passport_parts(n):
    return program("паспорт:\n  исполнители:\n" + lines(n, lambda i: f"    - сторона: сторона-{i}\n"), район=parties(n))

@case()
def passport_texts(n):
    return program("паспорт:\n  основание:\n" + lines(n, lambda i: f"    - Приказ от 12.07.2021 № {i} «О {word(i)}»\n"))

@case()
def funding_sources(n):
    return program("финансирование:\n  единица: руб.\n  источники:\n" + lines(n, lambda i: f"    - {{наименование: бюджет {word(i)}, по годам: {{2021: 5, 2022: 6}}}}\n"))

@case(most=8000)
def funding_years(n):
    return program("финансирование:\n  единица: руб.\n  источники:\n    - наименование: бюджет\n      по годам:\n" + lines(n, lambda i: f"        {1000 + i}: 5\n"))

@case(most=2000)
def funding_table(n):
    return program("финансирование:\n  единица: руб.\n  источники:\n" + lines(n, lambda i: f"    - {{наименование: бюджет {word(i)}, по годам: {{{1000 + i}: 5}}}}\n"))

@case(most=2000)
def indicator_table(n):
    return program("показатели:\n" + lines(n, lambda i: f"  - {{наименование: Доля {word(i)}, значения: {{{1000 + i}: 5}}}}\n"))

@case()
def deadlines(n):
    return program(measures(n, lambda i: f"      срок: до {1 + i % 28} {'мая июня июля'.split()[i % 3]} {2021 + i // 84 % 3} г. ({word(i)})\n"))

@case()
def cycle(n):
    return program(measures(n, lambda i: "      звено: мониторинг\n"))

# Findings, exceptions, options.

@case()
def findings(n):
    return section(n, lambda i: f"Слово слово {word(i)} .")

@case(arguments=("--format", "json"))
def findings_json(n):
    return findings(n)

@case()
def findings_of_line(n):
    return program(measures(n, lambda i: "      срок: когда-нибудь\n"))

@case(most=1000)
def exceptions(n):
    return program("исключения:\n" + lines(n, lambda i: f"  - {{правило: typography-slip, место: {word(i)}, причина: так надо}}\n") + "содержание:\n  - раздел: Анализ\n    файл: анализ.md\n", **{"анализ.md": lines(n, lambda i: f"Слово слово {word(i)} , вот.\n\n")})

@case(most=1000)
def exceptions_unused(n):
    return program("исключения:\n" + lines(n, lambda i: f"  - {{правило: doubled-wort, место: {word(i)}, причина: так надо}}\n"))

@case()
def unknown_keys(n):
    return program(lines(n, lambda i: f"{word(i)}: 1\n"))

@case()
def duplicate_keys(n):
    return program(lines(n, lambda i: "лишнее: 1\n"))

@case()
def duplicate_ids(n):
    return program("дорожная карта:\n  мероприятия:\n" + lines(n, lambda i: f"    - {{ид: один, мероприятие: Дело {word(i)}}}\n"))

@case()
def refused_ids(n):
    return program(measures(n, lambda i: f"      показатель: показатель {i}\n") + indicators(n))

@case(most=20)
def editions(n):
    return program("редакции:\n" + lines(n, lambda i: f"  - {{ид: р{i}, программа: {{наименование: Программа {word(i)}}}}}\n"))

@case(most=20)
def editions_of_measures(n):
    return program(measures(500) + "редакции:\n" + lines(n, lambda i: f"  - {{ид: р{i}, программа: {{наименование: Программа {word(i)}}}}}\n"))

@case(most=20)
def editions_approved(n):
    return program("редакции:\n" + lines(n, lambda i: f"  - {{ид: р{i}, программа: {{наименование: Программа {word(i)}}}}}\n") + ORDER + "  пункты:\n" + lines(n, lambda i: f"    - утвердить: программа/р{i}\n") + "  приложения:\n" + lines(n, lambda i: f"    - программа/р{i}\n"))

@case(command="baseline")
def baseline_made(n):
    return findings(n)

@case(most=8000, arguments=lambda n: ["--select", "missing-unit"] * n)
def selected(n):
    return findings(n)

@case(most=8000, arguments=lambda n: ["--level", "doubled-word=ошибка"] * n)
def levels(n):
    return findings(n)


def write(files, folder):
    for path, text in files.items():
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def seconds(command, folder, times, most):
    """The least processor seconds of a command; None if it takes too long, not a number if a file was refused."""
    best = None
    told = folder.parent / "told"
    for _ in range(times):
        shutil.rmtree(folder / ".prikaz", ignore_errors=True)
        limit = lambda: resource.setrlimit(resource.RLIMIT_CPU, (int(most) + 1, int(most) + 1))
        process = subprocess.Popen(command, cwd=folder, stdout=told.open("wb"), stderr=subprocess.STDOUT, preexec_fn=limit)
        _, status, usage = os.wait4(process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        if code in (-signal.SIGXCPU, -signal.SIGKILL):
            return None
        if code not in (0, 1):
            print(f"{command[:4]} ended with {code}", file=sys.stderr)
        if any(refusal in told.read_text(encoding="utf-8") for refusal in REFUSALS):
            return math.nan
        spent = usage.ru_utime + usage.ru_stime
        best = spent if best is None else min(best, spent)
        if spent > 2:
            break
    return best


def measure(name, n, prikaz, times, most):
    make, _, command, arguments = LISTS[name]
    if name.endswith("-build") and command == "check":
        command = "build"
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "папка"
        folder.mkdir()
        write(make(n), folder)
        more = arguments(n) if callable(arguments) else list(arguments)
        jobs = [] if command == "baseline" else ["--jobs", "1"]
        return seconds([prikaz, command, ".", *jobs, *more], folder, times, most)


def last_pair(name, prikaz, options):
    """The largest n with its seconds and those of 2n."""
    most = min(LISTS[name][1], options.most)
    n = most
    while n % 2 == 0 and n > most // 16 or n == most:
        n //= 2
    before = measure(name, n, prikaz, options.times, options.seconds)
    last = None
    while True:
        after = measure(name, 2 * n, prikaz, options.times, options.seconds)
        if after is not None and math.isnan(after) and last:
            return last
        last = n, before, after
        if after is None or 4 * n > most or after > options.seconds / 2:
            return n, before, after
        n, before = 2 * n, after


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("prikaz", type=pathlib.Path)
    parser.add_argument("--only", nargs="*", choices=LISTS)
    parser.add_argument("--most", type=int, default=20000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    prikaz = options.prikaz.resolve()
    print("| list | n | n, s | 2n, s | ratio |\n| --- | ---: | ---: | ---: | ---: |", flush=True)
    bad = 0
    for name in options.only or LISTS:
        n, before, after = last_pair(name, prikaz, options)
        if before is None or after is None:
            first = f"{before:.2f}" if before is not None else f"> {options.seconds:.0f}"
            print(f"| {name} | {n} | {first} | > {options.seconds:.0f} | **over** |", flush=True)
            bad += 1
            continue
        ratio = after / before
        told = f"**{ratio:.2f}**" if ratio > BOUND else f"{ratio:.2f}"
        bad += ratio > BOUND
        print(f"| {name} | {n} | {before:.3f} | {after:.3f} | {told} |", flush=True)
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
