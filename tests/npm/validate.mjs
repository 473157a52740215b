// node validate.mjs <schema.json>: one JSON document per line on stdin, one answer per line on stdout:
// the paths at which it breaks the schema, as a JSON list (empty = valid).
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import Ajv from 'ajv/dist/2020.js'

const validate = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false })
  .compile(JSON.parse(readFileSync(process.argv[2], 'utf8')))

for await (const line of createInterface({ input: process.stdin })) {
  const valid = validate(JSON.parse(line))
  console.log(JSON.stringify(valid ? [] : validate.errors.map(e => `${e.instancePath} ${e.message}`)))
}
