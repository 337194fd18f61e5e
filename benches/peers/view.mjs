// What the papers of one municipality say, read from its YAML; view.py is the same in Python.
import { readFileSync } from "node:fs";
import { load } from "js-yaml";

// The rows of the passport: the key in the view and the label.
export const PASSPORT = [
  ["name", "Наименование программы"],
  ["basis", "Основание для разработки программы"],
  ["customer", "Заказчик программы"],
  ["developers", "Разработчики программы"],
  ["executors", "Исполнители программы"],
  ["goals", "Цель программы"],
  ["tasks", "Задачи программы"],
  ["indicators", "Целевые показатели программы"],
  ["term", "Срок реализации программы"],
  ["mechanisms", "Механизмы реализации программы"],
  ["funding", "Объёмы и источники финансирования"],
  ["results", "Ожидаемые результаты"],
  ["control", "Контроль за исполнением программы"],
];
export const COLUMNS = ["№ п/п", "Мероприятия", "Сроки", "Ответственные", "Ожидаемый результат"];

const list = (value) => (Array.isArray(value) ? value : [value]);
const closed = (text) => (/[.!?…]$/.test(text) ? text : `${text}.`);
const capital = (text) => text[0].toUpperCase() + text.slice(1);

// A text without the backslashes of Markdown: «4\\. Стили» is «4. Стили».
const unescaped = (text) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");

export function read(folder) {
  const place = load(readFileSync(`${folder}/муниципалитет.yaml`, "utf8"));
  const file = load(readFileSync(`${folder}/программа.yaml`, "utf8"));
  const { программа: program, паспорт: card, приказ: order } = file;
  const roadmap = file["дорожная карта"];
  const fill = (text) => text.replaceAll("[[срок]]", program.срок);
  const approved = { программа: program, "дорожная карта": roadmap };

  const items = [];
  order.пункты.forEach((item, at) => {
    const due = item.срок ? ` Срок: ${closed(item.срок)}` : "";
    items.push({ number: `${at + 1}.`, text: item.утвердить ? "Утвердить:" : `${closed(item.текст)}${due}` });
    list(item.утвердить ?? []).forEach((what, sub) => {
      const text = `${fill(approved[what].винительный)} (приложение № ${order.приложения.indexOf(what) + 1}).`;
      items.push({ number: `${at + 1}.${sub + 1}.`, text });
    });
  });
  const control = closed(`Контроль за исполнением настоящего приказа ${order.контроль}`);
  items.push({ number: `${order.пункты.length + 1}.`, text: control });
  const signer = place.люди.find((person) => person.ид === order.подпись);

  const tasks = file.цели.flatMap((goal) => goal.задачи);
  const numbered = (key) =>
    tasks.flatMap((task, at) =>
      file.показатели
        .filter((indicator) => indicator.задача === task.ид)
        .map((indicator, sub) => `${at + 1}.${sub + 1}. ${closed(indicator[key])}`));

  return {
    letterhead: place.бланк.строки,
    address: place.бланк.адрес,
    date: order.дата,
    city: place.муниципалитет.город,
    orderNumber: `№ ${order.номер}`,
    heading: order.заголовок,
    preamble: order.преамбула,
    items,
    post: capital(signer.должность),
    person: signer.имя,
    name: [fill(program.наименование)],
    basis: list(card.основание),
    customer: list(card.заказчик),
    developers: list(card.разработчики),
    executors: list(card.исполнители),
    goals: file.цели.map((goal) => goal.текст),
    tasks: tasks.map((task) => closed(task.текст)),
    indicators: numbered("наименование"),
    term: [program.срок],
    mechanisms: list(card.механизмы),
    funding: list(card.финансирование),
    results: numbered("результат"),
    control: list(card.контроль),
    title: fill(roadmap.наименование),
    sections: roadmap.разделы.map((section, at) => ({
      number: `${at + 1}.`,
      caption: section.наименование,
      measures: section.мероприятия.map((measure, sub) => ({
        number: `${at + 1}.${sub + 1}.`,
        text: unescaped(measure.мероприятие),
        due: measure.срок,
        who: list(measure.ответственные).join(", "),
        result: unescaped(measure.результат),
      })),
    })),
  };
}
