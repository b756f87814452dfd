import { PDFDocument, StandardFonts, rgb } from 'pdf-lib'

const margin = 56
const fits = (text: string) =>
  text
    .replaceAll('’', "'")
    .replaceAll(/[\u202f\u00a0]/g, ' ')
    .replaceAll(/[^\u0020-\u00ff]/g, '')

/** A one-page PDF that says it is a demonstration. Wide enough for one line of text a line. */
export const pdf = async (title: string, lines: readonly string[]) => {
  const document = await PDFDocument.create()
  // A fixed date: the same page has the same hash at every start.
  document.setCreationDate(new Date(0))
  document.setModificationDate(new Date(0))
  document.setTitle(title)
  const page = document.addPage([612, 792])
  const font = await document.embedFont(StandardFonts.Helvetica)
  page.drawText(fits(title), { x: margin, y: 700, size: 16, font })
  lines.forEach((line, index) => page.drawText(fits(line), { x: margin, y: 660 - index * 18, size: 11, font }))
  page.drawText('Données de démonstration / Demonstration data', {
    x: margin,
    y: 48,
    size: 9,
    font,
    color: rgb(0.4, 0.4, 0.4),
  })
  return new Uint8Array(await document.save())
}
