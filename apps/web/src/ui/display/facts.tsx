import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = { label: string; value: ReactNode; id?: string }

/** What is known, name beside value; a fact with an id can be the end of a link. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.facts}>
    {facts.map(({ label, value, id }) => (
      <div key={label} className={styles.fact} {...(id !== undefined && { id, tabIndex: -1 })}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
