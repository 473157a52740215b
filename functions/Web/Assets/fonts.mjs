// Copies the fonts that site.css names, and their licence: `npm ci && node fonts.mjs`. The version is in the file names,
// because browsers keep them for a year.
import { copyFileSync, readFileSync } from 'node:fs'

const from = new URL('node_modules/@fontsource/sarabun/', import.meta.url)
const { version } = JSON.parse(readFileSync(new URL('package.json', from)))

for (const script of ['thai', 'latin']) {
  for (const weight of [400, 700]) {
    copyFileSync(
      new URL(`files/sarabun-${script}-${weight}-normal.woff2`, from),
      new URL(`sarabun-${version}-${script}-${weight}.woff2`, import.meta.url))
  }
}

copyFileSync(new URL('LICENSE', from), new URL('sarabun.LICENSE', import.meta.url))
