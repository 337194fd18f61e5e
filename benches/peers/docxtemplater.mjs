// The three papers of each municipality with docxtemplater: node docxtemplater.mjs TEMPLATES OUT MUNICIPALITY…
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { read } from "./view.mjs";

const [templates, out, ...folders] = process.argv.slice(2);
const papers = ["приказ", "паспорт", "дорожная-карта"];
const bytes = papers.map((paper) => readFileSync(`${templates}/docxtemplater/${paper}.docx`));
for (const folder of folders) {
  const view = read(folder);
  const target = `${out}/${basename(folder)}`;
  mkdirSync(target, { recursive: true });
  papers.forEach((paper, at) => {
    // A rendered template cannot be rendered again: the library wants a new archive and object for each paper.
    const template = new Docxtemplater(new PizZip(bytes[at]), { paragraphLoop: true });
    template.render(view);
    writeFileSync(`${target}/${paper}.docx`, template.toBuffer());
  });
}
