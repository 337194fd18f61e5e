"""What the papers of one municipality say, read from its YAML; view.mjs is the same in JavaScript."""

import pathlib
import re

import yaml

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# The rows of the passport: the key in the view and the label.
PASSPORT = [
    ("name", "Наименование программы"),
    ("basis", "Основание для разработки программы"),
    ("customer", "Заказчик программы"),
    ("developers", "Разработчики программы"),
    ("executors", "Исполнители программы"),
    ("goals", "Цель программы"),
    ("tasks", "Задачи программы"),
    ("indicators", "Целевые показатели программы"),
    ("term", "Срок реализации программы"),
    ("mechanisms", "Механизмы реализации программы"),
    ("funding", "Объёмы и источники финансирования"),
    ("results", "Ожидаемые результаты"),
    ("control", "Контроль за исполнением программы"),
]
COLUMNS = ["№ п/п", "Мероприятия", "Сроки", "Ответственные", "Ожидаемый результат"]


def many(value):
    return value if isinstance(value, list) else [value]


def closed(text):
    return text if text[-1] in ".!?…" else f"{text}."


def unescaped(text):
    """A text without the backslashes of Markdown: «4\\. Стили» is «4. Стили»."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def read(folder):
    """The view of the municipality in a folder: all texts of its three papers."""
    folder = pathlib.Path(folder)
    place = yaml.load((folder / "муниципалитет.yaml").read_bytes(), LOADER)
    file = yaml.load((folder / "программа.yaml").read_bytes(), LOADER)
    program, card, order, roadmap = (file[key] for key in ("программа", "паспорт", "приказ", "дорожная карта"))

    def fill(text):
        return text.replace("[[срок]]", program["срок"])

    items = []
    for at, item in enumerate(order["пункты"], 1):
        due = f" Срок: {closed(item['срок'])}" if "срок" in item else ""
        items.append({"number": f"{at}.", "text": "Утвердить:" if "утвердить" in item else closed(item["текст"]) + due})
        for sub, what in enumerate(many(item.get("утвердить", [])), 1):
            appendix = order["приложения"].index(what) + 1
            text = f"{fill(file[what]['винительный'])} (приложение № {appendix})."
            items.append({"number": f"{at}.{sub}.", "text": text})
    control = closed(f"Контроль за исполнением настоящего приказа {order['контроль']}")
    items.append({"number": f"{len(order['пункты']) + 1}.", "text": control})
    signer = next(person for person in place["люди"] if person["ид"] == order["подпись"])

    tasks = [task for goal in file["цели"] for task in goal["задачи"]]

    def numbered(key):
        lines = []
        for at, task in enumerate(tasks, 1):
            of_task = [indicator for indicator in file["показатели"] if indicator["задача"] == task["ид"]]
            lines += [f"{at}.{sub}. {closed(indicator[key])}" for sub, indicator in enumerate(of_task, 1)]
        return lines

    return {
        "letterhead": place["бланк"]["строки"],
        "address": place["бланк"]["адрес"],
        "date": order["дата"],
        "city": place["муниципалитет"]["город"],
        "orderNumber": f"№ {order['номер']}",
        "heading": order["заголовок"],
        "preamble": order["преамбула"],
        "items": items,
        "post": signer["должность"][0].upper() + signer["должность"][1:],
        "person": signer["имя"],
        "name": [fill(program["наименование"])],
        "basis": many(card["основание"]),
        "customer": many(card["заказчик"]),
        "developers": many(card["разработчики"]),
        "executors": many(card["исполнители"]),
        "goals": [goal["текст"] for goal in file["цели"]],
        "tasks": [closed(task["текст"]) for task in tasks],
        "indicators": numbered("наименование"),
        "term": [program["срок"]],
        "mechanisms": many(card["механизмы"]),
        "funding": many(card["финансирование"]),
        "results": numbered("результат"),
        "control": many(card["контроль"]),
        "title": fill(roadmap["наименование"]),
        "sections": [
            {
                "number": f"{at}.",
                "caption": section["наименование"],
                "measures": [
                    {
                        "number": f"{at}.{sub}.",
                        "text": unescaped(measure["мероприятие"]),
                        "due": measure["срок"],
                        "who": ", ".join(many(measure["ответственные"])),
                        "result": unescaped(measure["результат"]),
                    }
                    for sub, measure in enumerate(section["мероприятия"], 1)
                ],
            }
            for at, section in enumerate(roadmap["разделы"], 1)
        ],
    }
