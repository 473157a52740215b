// ส่งคำตอบของ Google Forms เข้าระบบทันทีที่มีผู้ตอบ วิธีตั้งค่าอยู่ใน "ส่งจากแบบฟอร์มอื่น.md"
// แก้เฉพาะสามส่วนนี้ ชื่อคำถามต้องตรงกับในแบบฟอร์มทุกตัวอักษร

// คำถามที่บอกว่าเป็นของหน่วยงานใด (ตอบเป็นชื่อหรือรหัสหน่วยงาน)
const UNIT_QUESTION = 'อำเภอ'

// คำถามในแบบฟอร์ม → รหัสช่องในระบบ
const FIELDS = {
  'ประเภทกิจกรรม': 'kind',
  'ภาคีที่ร่วมกิจกรรม': 'partners',
  'วันที่จัด': 'date',
  'ผู้เข้าร่วม (คน)': 'people',
  'รายได้ที่เกิดขึ้น (บาท)': 'income',
  'สรุปกิจกรรม': 'story',
}

// คำถามแบบอัปโหลดไฟล์ → รหัสช่องไฟล์ในระบบ (ไม่มีก็เว้นว่าง)
const FILES = {
  'ภาพกิจกรรม': 'photos',
}

// ---- ตั้งแต่นี้ลงไปไม่ต้องแก้ ----

const TRIES = 5

function onFormSubmit(e) {
  const answers = {}
  for (const item of e.response.getItemResponses()) answers[item.getItem().getTitle()] = item.getResponse()

  const fields = {}
  for (const [question, field] of Object.entries(FIELDS)) if (isGiven(answers[question])) fields[field] = answers[question]
  const uploads = {}
  for (const [question, field] of Object.entries(FILES)) {
    const files = answers[question] || []
    if (files.length > 0) uploads[field] = files.map((id) => sendFile(field, DriveApp.getFileById(id)))
  }

  const unit = encodeURIComponent(answers[UNIT_QUESTION])
  const receipt = post(`/tasks/${setting('TASK')}/units/${unit}/submissions`, { fields, uploads }, { 'Idempotency-Key': `google-${e.response.getId()}` })
  console.log(`เลขที่ใบรับ ${receipt.receipt}`)
}

// ขอใบอนุญาต ส่งไฟล์ แล้วให้ระบบตรวจ
function sendFile(field, file) {
  const blob = file.getBlob()
  const bytes = blob.getBytes()
  const ticket = post('/uploads', { fileName: file.getName(), contentType: blob.getContentType(), length: bytes.length, task: setting('TASK'), field })
  call(ticket.putUrl, { method: 'put', contentType: blob.getContentType(), payload: bytes, headers: ticket.headers || {} })
  if (ticket.headers) post(`/uploads/${ticket.uploadId}/measure`, {})
  return ticket.uploadId
}

function post(path, body, headers) {
  const answer = call(`${setting('URL')}/api/campaigns/${setting('CAMPAIGN')}${path}`, {
    method: 'post',
    contentType: 'application/json',
    payload: JSON.stringify(body),
    headers: { Authorization: `Bearer ${setting('TOKEN')}`, 'Accept-Language': 'th', ...headers },
  })
  return JSON.parse(answer.getContentText())
}

// ระบบไม่ว่าง (429, 5xx) ลองใหม่ได้โดยไม่ส่งซ้ำ เพราะใช้ Idempotency-Key เดิม ถ้าระบบไม่รับ Google จะส่งอีเมลแจ้งเจ้าของแบบฟอร์ม
function call(url, request) {
  for (let n = 1; ; n++) {
    const answer = UrlFetchApp.fetch(url, { ...request, muteHttpExceptions: true })
    const status = answer.getResponseCode()
    if (status < 300) return answer
    if (n === TRIES || (status !== 429 && status < 500)) throw new Error(`${status} ${answer.getContentText()}`)
    Utilities.sleep(1000 * 2 ** n)
  }
}

function isGiven(answer) {
  return Array.isArray(answer) ? answer.length > 0 : answer !== undefined && answer !== null && answer !== ''
}

function setting(name) {
  return PropertiesService.getScriptProperties().getProperty(`CDD_${name}`)
}
