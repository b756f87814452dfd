import { inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Cell, type Table, tableFile } from './table-file.ts'

type Row = readonly [name: string, amount: Cell]
const table: Table<Row> = {
  name: 'essai',
  locale: 'fr',
  notes: [['Arrêté au', '2026-11-23']],
  columns: [
    { heading: { fr: 'Nom', en: 'Name' }, cell: ([name]) => name },
    { heading: { fr: 'Montant', en: 'Amount' }, cell: ([, amount]) => amount },
  ],
  rows: [
    ['Comité, « élargi »', { amount: '-1250.50' }],
    ['dit "oui"\nou non', null],
    ['=HYPERLINK("http://evil.example")', { amount: '3' }],
  ],
}
const csv = async () => Buffer.from((await tableFile(table, 'csv')).content).toString('utf8')

/** The files of a ZIP archive, by name, from its central directory. */
const unzipped = (bytes: Buffer) => {
  const files = new Map<string, string>()
  for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, nameLength, start] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const body = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28)
    const content = bytes.subarray(body, body + size)
    files.set(name, (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString('utf8'))
  }
  return files
}

describe('A table as CSV', () => {
  it('is UTF-8 with a byte order mark and no ragged line (RFC 4180)', async () => {
    expect(await csv()).toBe(
      [
        '\u{feff}Arrêté au,2026-11-23',
        ',',
        'Nom,Montant',
        '"Comité, « élargi »",-1250.50',
        '"dit ""oui""\nou non",',
        `"'=HYPERLINK(""http://evil.example"")",3`,
        '',
      ].join('\r\n'),
    )
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])('keeps %j from being a formula', async (text) => {
    const file = await tableFile({ ...table, rows: [[text, null]] }, 'csv')
    expect(Buffer.from(file.content).toString('utf8')).toContain(`'${text}`)
  })
})

describe('A table as CSV, where the semicolon parts fields', () => {
  it('begins no formula after one', async () => {
    const file = await tableFile({ ...table, rows: [['perdu;=1+1; -2 jours', null]] }, 'csv')
    expect(Buffer.from(file.content).toString('utf8')).toContain("perdu;'=1+1; -2 jours")
  })
})

describe('A table as a workbook', () => {
  it('holds texts as texts and amounts as numbers, and no formula', async () => {
    const { name, content } = await tableFile(table, 'xlsx')
    expect(name).toBe('essai.xlsx')
    const files = unzipped(Buffer.from(content))
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('<v>-1250.5</v>')
    expect(sheet).not.toContain('<f>')
    const all = [...files.values()].join('')
    expect(all).toContain('=HYPERLINK(')
    expect(all).toContain('Comité, « élargi »')
  })
})
