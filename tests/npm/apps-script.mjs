// node apps-script.mjs <script.gs>: runs onFormSubmit of a Google Apps Script as Google does, for one form response that
// comes as a line of JSON on stdin: { id, properties, answers: [[question, answer]], files: { id: { name, type, base64 } } }.
// Stands for the services that the script uses; its requests really leave, with the headers that Google sends.
import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { createContext, runInContext } from 'node:vm'

const response = JSON.parse(readFileSync(0, 'utf8'))
const agent = 'Mozilla/5.0 (compatible; Google-Apps-Script; beanserver; +https://script.google.com; id: made-up)'

// The services of Apps Script are synchronous, so each request is a process of its own.
const once = `
  const { url, init, base64 } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
  fetch(url, { ...init, body: Buffer.from(base64, 'base64') }).then(async a => console.log(JSON.stringify([a.status, await a.text()])))`

function encode(payload) {
  if (Array.isArray(payload)) return Buffer.from(Int8Array.from(payload).buffer)
  return Buffer.from(typeof payload === 'string' ? payload : new URLSearchParams(payload).toString(), 'utf8')
}

const UrlFetchApp = {
  fetch(url, params) {
    const headers = { 'User-Agent': agent, 'Accept-Encoding': 'gzip, deflate, br', 'Content-Type': params.contentType ?? 'application/x-www-form-urlencoded', ...params.headers }
    const input = JSON.stringify({ url, init: { method: params.method.toUpperCase(), headers }, base64: encode(params.payload).toString('base64') })
    const run = spawnSync(process.execPath, ['-e', once], { input, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    const [status, text] = JSON.parse(run.stdout)
    if (status >= 400 && !params.muteHttpExceptions) throw new Error(`Request failed for ${url} returned code ${status}`)
    return { getResponseCode: () => status, getContentText: () => text }
  },
}

const fileOf = id => {
  const { name, type, base64 } = response.files[id]
  return { getName: () => name, getBlob: () => ({ getContentType: () => type, getBytes: () => [...new Int8Array(Buffer.from(base64, 'base64'))] }) }
}

const items = response.answers.map(([title, answer]) => ({ getItem: () => ({ getTitle: () => title }), getResponse: () => answer }))
const context = createContext({
  UrlFetchApp,
  console: { log: text => console.log(text) },
  DriveApp: { getFileById: fileOf },
  Utilities: { sleep: () => {} },
  PropertiesService: { getScriptProperties: () => ({ getProperty: name => response.properties[name] ?? null }) },
  event: { response: { getId: () => response.id, getItemResponses: () => items } },
})
try {
  runInContext(`${readFileSync(process.argv[2], 'utf8')}\nonFormSubmit(event)`, context)
} catch (e) {
  console.log(`FAILED ${e.message}`) // Google mails this to the form's owner
}
