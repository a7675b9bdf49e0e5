// The schemas as other tools read them: `node .ci/schema.mjs SCHEMAS TYPES DOCUMENT...`, from the step `schema` of `.ci/more`.
//
// Ajv takes each in its strict mode, accepts each document and refuses it with a field that nobody knows; and the types for TypeScript that
// are made from the schemas are those of the folder of types. With UPDATE=1 in the environment, they are written anew.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(`${process.env.NODE_PATH}/`)
const Ajv = require('ajv/dist/2020').default
const { compile } = require('json-schema-to-typescript')

const [folder, types, ...documents] = process.argv.slice(2)
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const schemas = readdirSync(folder).map((file) => file.replace('.schema.json', '')).sort()

// A decimal is read from a string or a number, and which of several fields stand is told by their names alone.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true })
const validators = Object.fromEntries(schemas.map((name) => [name, ajv.compile(read(`${folder}/${name}.schema.json`))]))

for (const path of documents) {
  const document = read(path)
  const validate = validators[document.pillars ? 'plan' : 'observations']
  assert(validate(document), `${path}: ${ajv.errorsText(validate.errors)}`)
  assert(!validate({ ...document, colour: 'red' }), `${path} with a colour is accepted`)
}

// --- types

/** The name of a type: what JavaScript has a type of its own for is called otherwise. */
const named = (name) => (name === 'Date' ? 'Day' : name)
const ofFile = (name) => name.split('-').map((word) => word[0].toUpperCase() + word.slice(1)).join('')

/** A schema as the maker of types takes it: what is referred to keeps its name, whatever is said beside it. */
function prepared(schema, root) {
  if (Array.isArray(schema)) return schema.map((one) => prepared(one, root))
  if (schema === null || typeof schema !== 'object') return schema
  const { $ref, $id, $schema, title, examples, default: leftOut, ...rest } = schema
  if ($ref) return { ...rest, tsType: $ref === '#' ? root : named($ref.replace('#/$defs/', '')) }
  const each = (map) => Object.fromEntries(Object.entries(map).map(([name, inner]) => [name, prepared(inner, root)]))
  // What is told by its kind is one of all kinds.
  if (rest.allOf?.every((one) => one.then)) {
    rest.oneOf = rest.allOf.map((one) => one.then)
    for (const keyword of ['allOf', 'properties', 'required', 'type']) delete rest[keyword]
  }
  for (const keyword of ['anyOf', 'oneOf', 'items', 'additionalProperties', 'propertyNames']) {
    if (keyword in rest) rest[keyword] = prepared(rest[keyword], root)
  }
  if (rest.prefixItems) {
    // As drafts before 2019 write a list of a fixed length, which is what the maker of types reads.
    rest.items = prepared(rest.prefixItems, root)
    delete rest.prefixItems
  }
  // That exactly one of some fields stands is said in words; a type of every choice would be one of dozens.
  if (rest.oneOf?.every((one) => one.required && !one.type)) delete rest.oneOf
  for (const keyword of ['$defs', 'patternProperties']) {
    if (keyword in rest) rest[keyword] = each(rest[keyword])
  }
  if (rest.properties) {
    const order = [...new Set([...(rest.required ?? []), ...Object.keys(rest.properties)])]
    rest.properties = each(Object.fromEntries(order.map((name) => [name, rest.properties[name]])))
  }
  return rest
}

const options = { additionalProperties: false, bannerComment: '', style: { semi: false, singleQuote: true, printWidth: 120 } }

/** The types of a schema, each with its text and the names in it, in the order of the schema. */
async function typesOf(name) {
  const { $defs = {}, ...root } = prepared(read(`${folder}/${name}.schema.json`), ofFile(name))
  const types = new Map()
  for (const [type, schema] of [[ofFile(name), root], ...Object.entries($defs)]) {
    const text = (await compile({ ...schema, title: named(type) }, named(type), options)).trim()
    assert(!text.includes('[k: string]: unknown'), `${name}: a closed map became an open one`)
    const words = text.replace(/\/\*[^]*?\*\/|'[^']*'/g, '').match(/\b[A-Z]\w*/g)
    types.set(named(type), { text, names: words.filter((word) => word !== named(type)) })
  }
  return types
}

/** Those types that several files have in common: the name of each with the files of which it is, and all that it refers to is common too. */
function common(files, left) {
  const found = new Map()
  for (const name of new Set([...left.values()].flatMap((types) => [...types.keys()]))) {
    const byText = {}
    for (const [file, types] of left) if (types.has(name)) (byText[types.get(name).text] ??= []).push(file)
    found.set(name, Object.values(byText).sort((one, other) => other.length - one.length)[0])
  }
  const isWhole = (file, { names }) => names.every((name) => !files.get(file).has(name) || found.get(name)?.includes(file))
  for (let isSettled = false; !isSettled;) {
    isSettled = true
    for (const [name, those] of found) {
      const whole = those.filter((file) => isWhole(file, left.get(file).get(name)))
      if (whole.length === those.length && whole.length > 1) continue
      isSettled = false
      if (whole.length > 1) found.set(name, whole)
      else found.delete(name)
    }
  }
  return found
}

const list = (names) => `{\n${[...names].sort().map((name) => `  ${name},\n`).join('')}}`
const files = new Map()
for (const name of schemas) files.set(name, await typesOf(name))
const own = new Map([...files].map(([name, types]) => [name, new Map(types)]))

// What several have in common is written once; what is read may be written in more ways than what is answered, under the same names.
const shared = new Map()
for (const place of ['shared', 'shared-documents']) {
  const found = common(files, own)
  shared.set(place, { found, types: new Map([...found].sort().map(([type, [file]]) => [type, files.get(file).get(type)])) })
  for (const [type, those] of found) for (const file of those) own.get(file).delete(type)
}

/** What a file takes from those that are shared: all that is in its schema is there under its name. */
function imports(name) {
  const needed = new Set([...own.get(name).values()].flatMap(({ names }) => names))
  const taken = [...shared].map(([place, { found }]) => [place, [...found.keys()].filter((type) => found.get(type).includes(name))])
  const lines = taken.filter(([, all]) => all.length > 0).map(([place, all]) => {
    const used = all.filter((type) => needed.has(type))
    return `${used.length > 0 ? `import type ${list(used)} from './${place}'\n` : ''}export type ${list(all)} from './${place}'\n`
  })
  return lines.length > 0 ? `\n${lines.join('')}` : ''
}

const written = [...schemas.map((name) => [name, `docs/schema/${name}.schema.json`, imports(name), own.get(name)]),
  ...[...shared].map(([name, { types }]) => [name, 'what the schemas in docs/schema have in common', '', types])]
for (const [name, source, head, all] of written) {
  const text = `// Made from ${source}: \`UPDATE=1 bash .ci/more schema\` makes it anew.\n${head}${[...all.values()].map(({ text }) => `\n${text}\n`).join('')}`
  const file = `${types}/${name}.d.ts`
  if (process.env.UPDATE) writeFileSync(file, text)
  else assert.equal(readFileSync(file, 'utf8'), text, `${file}: UPDATE=1 writes it anew`)
}
assert.deepEqual(readdirSync(types).sort(), written.map(([name]) => `${name}.d.ts`).sort())
console.log(`${schemas.length} schemas, ${documents.length} documents`)
