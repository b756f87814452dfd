import { Anchor, Paper, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../lib/format/format.ts'
import { StatusBadge, type StatusKind } from '../feedback/status-badge.tsx'
import styles from './stat.module.css'

type Props = {
  /** A sentence that says what the figure counts. */
  title: string
  value: string
  unit?: string
  /** The instant the figure was true. */
  asOf?: string
  /** The rows the figure is made of. */
  href?: string
  meaning?: { kind: StatusKind; word: string }
  children?: ReactNode
}

/** One figure, with all it takes to trust it. */
export const Stat = ({ title, value, unit, asOf, href, meaning, children }: Props) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  return (
    <Paper component="article" withBorder className={styles.stat}>
      <Text component="h3" size="sm" className={styles.title}>
        {title}
      </Text>
      <p className={styles.figure}>
        <span className={styles.value}>{value}</span>
        {unit !== undefined && <span className={styles.unit}>{unit}</span>}
        {meaning !== undefined && <StatusBadge kind={meaning.kind}>{meaning.word}</StatusBadge>}
      </p>
      {children}
      <p className={styles.foot}>
        {asOf !== undefined && <span>{t('stat.asOf', { at: format.dateTime(asOf) })}</span>}
        {href !== undefined && (
          <Anchor component={Link} to={href} size="xs" aria-label={t('stat.rowsOf', { title })}>
            {t('stat.rows')}
          </Anchor>
        )}
      </p>
    </Paper>
  )
}
