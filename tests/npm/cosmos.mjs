// node cosmos.mjs <port>: the Cosmos DB test server on 127.0.0.1, brought nearer to the service where the application can
// tell the difference (docs/storage.md has the list). Sending it no key, or any key, is fine.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const lib = '@vercel/cosmosdb-server/lib'
const Documents = require(`${lib}/account/documents`).default
const PAGE_BYTES = 4 * 1024 * 1024

// The service quotes its etags, and counts the writes of a container (LSN), which orders the change feed.
const writes = new WeakMap()
const set = Documents.prototype._set
Documents.prototype._set = function (data) {
  const lsn = (writes.get(this)?.last ?? 0) + 1
  const byRid = writes.get(this)?.byRid ?? new Map()
  byRid.set(data._rid, lsn)
  writes.set(this, { last: lsn, byRid })
  return set.call(this, { ...data, _etag: `"${data._etag}"` })
}

// The service writes ids of resources without slashes, because they stand in paths; the package only reads them so.
const ResourceId = require(`${lib}/account/resource-id`).default
const toBase64String = ResourceId.toBase64String
ResourceId.toBase64String = buffer => toBase64String(buffer).replaceAll('/', '-')
ResourceId.fromBase64String = text => Buffer.from(text.replaceAll('-', '/'), 'base64')

// A read of a missing item is 404 (the package fails with 500 when the container has a partition key).
const readDocument = require(`${lib}/handler/read-document`)
const read = readDocument.default
readDocument.default = (account, req, res, params) => {
  const collection = account.database(params.dbId).collection(params.collId)
  const [partition] = JSON.parse(req.headers['x-ms-documentdb-partitionkey'] ?? '[]')
  if (!collection.read()) res.setHeader('x-ms-substatus', '1003') // not the item but its container is missing
  else if (collection.document(params.docId, partition).read()) return read(account, req, res, params)
  res.statusCode = 404
  return { code: 'NotFound', message: 'Entity with the specified id does not exist in the system.' }
}

// The change feed of one partition: newest version of each item, oldest write first; 304 and the newest LSN at the end.
const readDocuments = require(`${lib}/handler/read-documents`)
const list = readDocuments.default
readDocuments.default = (account, req, res, params) => {
  if (!req.headers['a-im']) return list(account, req, res, params)
  delete req.headers['a-im'] // or the package would answer with an etag of its own
  const documents = account.database(params.dbId).collection(params.collId).documents
  const { last, byRid } = writes.get(documents) ?? { last: 0, byRid: new Map() }
  const after = Number(JSON.parse(req.headers['if-none-match'] ?? '0'))
  const [partition] = JSON.parse(req.headers['x-ms-documentdb-partitionkey'])
  const changed = [...documents._data.values()].map(item => item.read())
    .filter(item => item.partition === partition && byRid.get(item._rid) > after)
    .sort((a, b) => byRid.get(a._rid) - byRid.get(b._rid))
  const page = cut(changed, Number(req.headers['x-ms-max-item-count'] ?? 100))
  res.statusCode = page.length === 0 ? 304 : 200
  res.setHeader('etag', `"${page.length === changed.length ? last : byRid.get(page.at(-1)._rid)}"`)
  res.setHeader('x-ms-item-count', String(page.length))
  return { Documents: page, _count: page.length }
}

function cut(items, most) {
  const page = []
  for (let bytes = 0; page.length < Math.min(most, items.length) && bytes < PAGE_BYTES;) {
    page.push(items[page.length])
    bytes += JSON.stringify(page.at(-1)).length
  }
  return page
}

// On Linux the SDK asks the service to plan each query; this is its plan for the one query of the application. Pages are
// short, as they may be.
const queryDocuments = require(`${lib}/handler/query-documents`)
const query = queryDocuments.default
queryDocuments.default = (account, req, res, params) => {
  req.headers['x-ms-max-item-count'] = String(Math.min(100, Number(req.headers['x-ms-max-item-count'] ?? 100)))
  return req.headers['x-ms-cosmos-is-query-plan-request'] ? PLAN : query(account, req, res, params)
}

const PLAN = {
  partitionedQueryExecutionInfoVersion: 2,
  queryInfo: {
    distinctType: 'None', top: null, offset: null, limit: null, orderBy: ['Ascending'], orderByExpressions: ['c.id'],
    groupByExpressions: [], groupByAliases: [], aggregates: [], groupByAliasToAggregateType: {}, hasSelectValue: false,
    hasNonStreamingOrderBy: false, rewrittenQuery: ''
  },
  queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }]
}

const { createHttpServer } = require('@vercel/cosmosdb-server')
const server = createHttpServer({ keepAlive: true }).listen(Number(process.argv[2]), '127.0.0.1')
server.keepAliveTimeout = 60_000 // longer than any pause of a test
