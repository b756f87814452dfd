import { formatsIn } from '../../lib/format/format.ts'
import styles from './flag.module.css'

/** Some systems draw a flag as two boxes: a drawn flag has colours. */
const systemDrawsFlags = () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 20
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return false
  pen.font = '16px sans-serif'
  pen.fillText(formatsIn('fr').flag('CA'), 0, 16)
  const { data } = pen.getImageData(0, 0, 20, 20)
  return data.some((value, index) => index % 4 === 0 && Math.abs(value - (data[index + 1] ?? 0)) > 40)
}

const answer: { known?: boolean } = {}
const hasFlags = () => (answer.known ??= systemDrawsFlags())

/** A country's flag, or its two letters where the system has none; decoration beside the country's name. */
export const Flag = ({ code }: { code: string }) => (
  <span className={hasFlags() ? styles.flag : styles.letters} aria-hidden>
    {hasFlags() ? formatsIn('fr').flag(code) : code}
  </span>
)
