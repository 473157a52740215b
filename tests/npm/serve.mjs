// node serve.mjs <module> [arguments]: runs a server in this process until whoever started it closes stdin or dies,
// so that a killed test runner leaves no server behind.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

process.argv.splice(1, 1)
process.stdin.on('close', () => process.exit(0)).resume()
await import(pathToFileURL(resolve(process.argv[1])))
