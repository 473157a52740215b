// node bicep.mjs -: one {path, text} as JSON per line on stdin, what the text says as JSON per line on stdout.
// There is no Bicep compiler in any package index, so the tests check names and shapes on this reading of the syntax tree.
import { createInterface } from 'node:readline'
import { Language, Parser } from 'web-tree-sitter'

await Parser.init()
const parser = new Parser()
parser.setLanguage(await Language.load('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm'))

const kinds = (node, ...types) => node.namedChildren.filter(n => types.includes(n.type))
const textOf = string => string.text.replace(/^'|'$/g, '')
const keyOf = property => textOf(property.namedChildren[0])
const propertiesOf = object => object?.type === 'object' ? Object.fromEntries(kinds(object, 'object_property').map(p => [keyOf(p), p.namedChildren[1]])) : {}
const texts = nodes => Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, node?.text ?? '']))

function* walk(node) {
  yield node
  for (const child of node.children) yield* walk(child)
}

// The object of a resource or module, under its condition and its loop.
function body(node) {
  const inner = node.namedChildren.at(-1)
  return inner.type === 'object' ? inner : body(inner)
}

function decorators(node) {
  const calls = node ? kinds(node, 'decorator').map(d => d.namedChildren[0]) : []
  return Object.fromEntries(calls.map(c => [c.childForFieldName('function').text, c.childForFieldName('arguments').text.slice(1, -1)]))
}

const readers = {
  parameter_declaration: n => ({ name: n.namedChildren[0].text, type: n.namedChildren[1].text, value: n.namedChildren[2]?.text ?? null }),
  variable_declaration: n => ({ name: n.namedChildren[0].text, value: n.namedChildren[1].text, properties: texts(propertiesOf(n.namedChildren[1])) }),
  output_declaration: n => ({ name: n.namedChildren[0].text, type: n.namedChildren[1].text, value: n.namedChildren[2].text }),
  resource_declaration: n => ({
    name: n.namedChildren[0].text, type: textOf(n.namedChildren[1]), existing: n.children.some(c => c.text === 'existing'),
    conditional: [...walk(n)].some(c => c.type === 'if_statement'), properties: texts(propertiesOf(body(n))),
  }),
  module_declaration: n => ({
    name: n.namedChildren[0].text, type: textOf(n.namedChildren[1]), existing: false,
    conditional: [...walk(n)].some(c => c.type === 'if_statement'),
    properties: texts(propertiesOf(body(n))), parameters: texts(propertiesOf(propertiesOf(body(n)).params)),
  }),
}

function isName(node) {
  const parent = node.parent
  const first = parent.namedChildren[0]?.id === node.id
  return first && (parent.type in readers || parent.type === 'object_property') || parent.type === 'import_functionality'
}

function read(path, text) {
  // The grammar knows no parameter files: there "param x = value" has no type.
  const tree = parser.parse(path.endsWith('.bicepparam') ? text.replace(/^param (\w+) =/gm, 'var $1 =') : text)
  const all = [...walk(tree.rootNode)]
  const declared = all.filter(n => n.type in readers)
  const of = type => declared.filter(n => n.type === type).map(n => ({
    ...readers[type](n), decorators: decorators(n.previousNamedSibling?.type === 'decorators' ? n.previousNamedSibling : null),
  }))
  const loops = all.filter(n => ['loop_variable', 'loop_enumerator'].includes(n.type)).map(n => n.text)
  const loopNames = all.filter(n => n.type === 'for_statement' && n.namedChildren[0].type === 'identifier').map(n => n.namedChildren[0])
  const identifiers = all.filter(n => n.type === 'identifier' && !isName(n) && !loopNames.some(l => l.id === n.id))
  const called = all.filter(n => n.type === 'call_expression').map(n => n.childForFieldName('function'))
  const decorating = all.filter(n => n.type === 'decorator').map(n => n.namedChildren[0].childForFieldName('function').id)
  const outer = n => n.type === 'member_expression' && n.childForFieldName('object').type === 'member_expression'
  return {
    path,
    faults: all.filter(n => n.isError || n.isMissing).map(n => `${n.startPosition.row + 1}: ${n.isMissing ? 'missing ' + n.type : n.text.slice(0, 60)}`),
    using: all.filter(n => n.type === 'using_statement').map(n => textOf(n.namedChildren[0]))[0] ?? null,
    imports: all.filter(n => n.type === 'import_functionality').map(n => ({ from: textOf(n.namedChildren.at(-1)), names: kinds(n, 'identifier').map(i => i.text) })),
    parameters: of('parameter_declaration'), variables: of('variable_declaration'), outputs: of('output_declaration'),
    resources: of('resource_declaration'), modules: of('module_declaration'),
    references: identifiers.filter(n => !called.some(c => c.id === n.id)).map(n => n.text)
      .filter(n => !loops.includes(n) && !loopNames.some(l => l.text === n)),
    calls: called.filter(n => !decorating.includes(n.id)).map(n => n.text),
    moduleOutputs: all.filter(outer).map(n => n.text.split('.')).filter(p => p.length === 3 && p[1] === 'outputs').map(p => ({ name: p[0], output: p[2] })),
    indexed: all.filter(n => n.type === 'subscript_expression').map(n => ({ name: n.namedChildren[0].text, key: n.namedChildren[1].text })),
    strings: all.filter(n => n.type === 'string').map(textOf),
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const { path, text } = JSON.parse(line)
  console.log(JSON.stringify(read(path, text)))
}
