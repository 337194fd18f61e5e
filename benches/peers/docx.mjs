// The three papers of each municipality with docx: node docx.mjs OUT MUNICIPALITY…
import { mkdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import {
  AlignmentType, BorderStyle, Document, Header, LevelFormat, LineRuleType, Packer, PageNumber, PageOrientation,
  Paragraph, Tab, Table, TableCell, TableLayoutType, TableRow, TabStopType, TextRun, VerticalAlignTable, WidthType,
} from "docx";
import { COLUMNS, PASSPORT, read } from "./view.mjs";

const style = (id, name, run, paragraph = {}) => ({ id, name, basedOn: "Normal", run, paragraph });
const bold = { bold: true };
const center = { alignment: AlignmentType.CENTER };
const item = { alignment: AlignmentType.BOTH, spacing: { line: 276, lineRule: LineRuleType.AUTO }, indent: { firstLine: 709 } };
const right = { type: TabStopType.RIGHT, position: 9638 };
const styles = {
  default: { document: { run: { font: "Times New Roman", size: 28, language: { value: "ru-RU" } } } },
  paragraphStyles: [
    style("Letterhead", "Бланк", bold, { ...center, keepLines: true }),
    style("LetterheadAddress", "Бланк, адрес", { size: 20 }, { ...center, keepLines: true }),
    style("DocumentKind", "Вид документа", { bold: true, size: 32 },
      { ...center, keepNext: true, spacing: { before: 280, after: 280 } }),
    style("Requisites", "Дата и номер", {}, { spacing: { after: 280 } }),
    style("OrderHeading", "Заголовок к тексту", bold, { spacing: { after: 280 }, indent: { right: 4535 } }),
    style("Body", "Текст", {}, item),
    style("Resolution", "Приказываю", bold, { keepNext: true, spacing: { before: 140, after: 140 } }),
    style("Item", "Пункт", {}, item),
    style("PaperSignature", "Подпись", {}, { keepLines: true, spacing: { before: 840 } }),
    style("PaperTitle", "Название документа", bold, { ...center, keepNext: true, spacing: { after: 280 } }),
    style("TableHead", "Таблица, шапка", { bold: true, size: 24 }, { ...center, keepNext: true }),
    style("TableCell", "Таблица, ячейка", { size: 24 }),
    style("TableGroup", "Таблица, раздел", { bold: true, size: 24 }, { ...center, keepNext: true }),
    style("PageNumber", "Номер страницы", { size: 24 }, center),
  ],
};
const numbering = {
  config: [{ reference: "tasks", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }],
};

const p = (style, text, more = {}) => new Paragraph({ style, children: [new TextRun(text)], ...more });
const tabbed = (style, texts, tabStops) => new Paragraph({
  style,
  tabStops,
  children: texts.map((text, at) => new TextRun({ children: at ? [new Tab(), text] : [text] })),
});
const cell = (width, children, more = {}) =>
  new TableCell({ width: { size: width, type: WidthType.DXA }, children, ...more });
const row = (children, tableHeader = false) => new TableRow({ cantSplit: true, tableHeader, children });

function table(columnWidths, rows) {
  const line = { style: BorderStyle.SINGLE, size: 4, color: "000000" };
  return new Table({
    width: { size: columnWidths.reduce((sum, width) => sum + width), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 28, bottom: 28, left: 85, right: 85, marginUnitType: WidthType.DXA },
    rows,
  });
}

function paper(title, children, orientation = PageOrientation.PORTRAIT) {
  const number = new Paragraph({ style: "PageNumber", children: [new TextRun({ children: [PageNumber.CURRENT] })] });
  const page = {
    size: { width: 11906, height: 16838, orientation },
    margin: { top: 1134, right: 567, bottom: 1134, left: 1701, header: 567, footer: 567, gutter: 0 },
  };
  const headers = {
    default: new Header({ children: [number] }),
    first: new Header({ children: [new Paragraph({ style: "PageNumber" })] }),
  };
  const sections = [{ properties: { titlePage: true, page }, headers, children }];
  return Packer.toBuffer(new Document({ title, styles, numbering, sections }));
}

const order = (view) => paper(view.heading, [
  ...view.letterhead.map((line) => p("Letterhead", line)),
  ...view.address.map((line) => p("LetterheadAddress", line)),
  p("DocumentKind", "П Р И К А З"),
  tabbed("Requisites", [view.date, view.city, view.orderNumber], [{ type: TabStopType.CENTER, position: 4819 }, right]),
  p("OrderHeading", view.heading),
  p("Body", view.preamble),
  p("Resolution", "п р и к а з ы в а ю:"),
  ...view.items.map(({ number, text }) => p("Item", `${number} ${text}`)),
  tabbed("PaperSignature", [view.post, view.person], [right]),
]);

const passport = (view) => paper(view.name[0], [
  p("PaperTitle", "Паспорт программы"),
  table([3084, 6554], PASSPORT.map(([key, label]) => {
    const more = key === "tasks" ? { numbering: { reference: "tasks", level: 0 } } : {};
    return row([cell(3084, [p("TableCell", label)]), cell(6554, view[key].map((line) => p("TableCell", line, more)))]);
  })),
]);

function roadmap(view) {
  const widths = [666, 7028, 1722, 1888, 3266];
  const head = COLUMNS.map((text, at) =>
    cell(widths[at], [p("TableHead", text)], { verticalAlign: VerticalAlignTable.CENTER }));
  const rows = view.sections.flatMap(({ number, caption, measures }) => [
    row([cell(14570, [p("TableGroup", `${number} ${caption}`)], { columnSpan: 5 })]),
    ...measures.map((measure) =>
      row([measure.number, measure.text, measure.due, measure.who, measure.result].map((text, at) =>
        cell(widths[at], [p("TableCell", text, at ? {} : center)])))),
  ]);
  const children = [p("PaperTitle", view.title), table(widths, [row(head, true), ...rows])];
  return paper(view.title, children, PageOrientation.LANDSCAPE);
}

const [out, ...folders] = process.argv.slice(2);
for (const folder of folders) {
  const view = read(folder);
  const target = `${out}/${basename(folder)}`;
  mkdirSync(target, { recursive: true });
  writeFileSync(`${target}/приказ.docx`, await order(view));
  writeFileSync(`${target}/паспорт.docx`, await passport(view));
  writeFileSync(`${target}/дорожная-карта.docx`, await roadmap(view));
}
