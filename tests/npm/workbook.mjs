// node workbook.mjs <file.xlsx>: what exceljs reads, as lines of JSON: the properties, then each sheet with its tables and rows.
import ExcelJS from 'exceljs'

const book = new ExcelJS.Workbook()
await book.xlsx.readFile(process.argv[2])
console.log(JSON.stringify({ title: book.title, created: book.created }))
for (const sheet of book.worksheets) {
  const rows = []
  sheet.eachRow(row => rows.push(row.values.slice(1)))
  const tables = Object.values(sheet.tables).map(({ table }) => `${table.name} ${table.tableRef}`)
  console.log(JSON.stringify({ name: sheet.name, tables, rows }))
}
