// node azurite.mjs <port> <key> <account>...: Azurite in memory on 127.0.0.1. Every test has an account of its own, because the
// names of the containers are fixed.
const [port, key, ...accounts] = process.argv.slice(2)
process.env.AZURITE_ACCOUNTS = accounts.map(account => `${account}:${key}`).join(';')
process.argv.splice(2, Infinity,
  '--blobPort', port, '--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--disableProductStyleUrl', '--silent')
await import('azurite/dist/src/blob/main.js')
