// Validates the files of each municipality by a JSON Schema, compiled once:
//   node ajv.mjs --compile SCHEMA CODE
//   node ajv.mjs CODE MUNICIPALITY…
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import Ajv from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { load } from "js-yaml";

function compile(schema, code) {
  // Without inlined references the code is smaller and runs faster.
  const ajv = new Ajv({ allErrors: true, strict: false, inlineRefs: false, code: { source: true } });
  writeFileSync(code, standalone.default(ajv, ajv.compile(JSON.parse(readFileSync(schema, "utf8")))));
}

function validator(code) {
  // Run here and not imported: the code needs the runtime of ajv, which is beside this file.
  const module = { exports: {} };
  new Function("require", "module", "exports", readFileSync(code, "utf8"))(
    createRequire(import.meta.url), module, module.exports);
  return module.exports;
}

function check(code, folders) {
  const validate = validator(code);
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
}

const words = process.argv.slice(2);
if (words[0] === "--compile") compile(words[1], words[2]);
else check(words[0], words.slice(1));
