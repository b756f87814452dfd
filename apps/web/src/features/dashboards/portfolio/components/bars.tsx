import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './bars.module.css'

export type Bar = { id: string; label: ReactNode; value: number; href: string; note?: ReactNode }
type Props = { caption: string; headers: { label: string; value: string; note?: string }; bars: readonly Bar[] }

type DrawnProps = { value: number; href: string; longest: number }

const Drawn = ({ value, href, longest }: DrawnProps) => (
  <div className={styles.value}>
    <Anchor component={Link} to={href} className={styles.number}>
      {value}
    </Anchor>
    <span className={styles.track} aria-hidden>
      <span style={{ width: `${(value / longest) * 100}%` }} />
    </span>
  </div>
)

/** Figures as bars that are also a table: each row names, draws and links to what it counts. */
export const Bars = ({ caption, headers, bars }: Props) => {
  const longest = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <table className={styles.bars}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{headers.label}</th>
          <th scope="col">{headers.value}</th>
          {headers.note !== undefined && <th scope="col">{headers.note}</th>}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ id, label, value, href, note }) => (
          <tr key={id}>
            <th scope="row">{label}</th>
            <td>
              <Drawn value={value} href={href} longest={longest} />
            </td>
            {headers.note !== undefined && <td className={styles.note}>{note}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
