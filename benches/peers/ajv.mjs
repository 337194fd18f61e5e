// Validates the files of each municipality by a JSON Schema: node ajv.mjs SCHEMA MUNICIPALITY…
import { readdirSync, readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import { load } from "js-yaml";

const [schema, ...folders] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, "utf8")));
let files = 0;
let invalid = 0;
for (const folder of folders) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".yaml"))) {
    files += 1;
    if (!validate(load(readFileSync(`${folder}/${name}`, "utf8")))) {
      invalid += 1;
      console.log(`${folder}/${name}: ${validate.errors.length}`);
    }
  }
}
console.log(`${invalid} of ${files} files invalid`);
