import { type GateState, isNotApplicable, isPassed, isWaived } from '@entente/shared/kernel/gate'
import { Anchor, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import styles from './gate-panel.module.css'
import { StatusBadge, type StatusKind } from './status-badge.tsx'

export type GateResult = {
  id: string
  kind: 'hard' | 'waivable' | 'advisory'
  state: GateState
  message: string
  ruleVersion?: number
  missing?: readonly { label: string; href: string }[]
  evidence?: readonly { label: string; href: string }[]
}

const meaningOf = (gate: GateResult): StatusKind => {
  if (isPassed(gate)) return 'proven'
  if (isWaived(gate)) return 'waiting'
  if (isNotApplicable(gate)) return 'neutral'
  return gate.kind === 'advisory' ? 'waiting' : 'blocked'
}

type ItemProps = { gate: GateResult; actions: ReactNode; onFollow: (() => void) | undefined }

const GateItem = ({ gate, actions, onFollow }: ItemProps) => {
  const { t } = useTranslation('ui')
  const links = [...(gate.missing ?? []), ...(gate.evidence ?? [])]
  return (
    <li className={styles.gate} data-meaning={meaningOf(gate)}>
      <div className={styles.head}>
        <span className={styles.id}>{gate.id}</span>
        <StatusBadge kind={meaningOf(gate)}>{t(`gate.${gate.state}`)}</StatusBadge>
        <Text component="span" size="xs" c="dimmed">
          {t(`gate.${gate.kind}`)}
          {gate.ruleVersion !== undefined && ` · ${t('gate.version', { version: gate.ruleVersion })}`}
        </Text>
      </div>
      <Text size="sm">{gate.message}</Text>
      {links.length > 0 && (
        <ul className={styles.links}>
          {links.map(({ label, href }) => (
            <li key={href + label}>
              <Anchor component={Link} to={href} size="sm" onClick={onFollow}>
                {label}
              </Anchor>
            </li>
          ))}
        </ul>
      )}
      {actions}
    </li>
  )
}

type Props = {
  gates: readonly GateResult[]
  label: string
  actionsFor?: (gate: GateResult) => ReactNode
  /** A link was followed: what lies over the page it leads to goes away. */
  onFollow?: () => void
}

/** What must be met, what is missing and where to mend it; what blocks comes first. */
export const GatePanel = ({ gates, label, actionsFor, onFollow }: Props) => {
  const weight = (gate: GateResult) => ['blocked', 'waiting', 'proven', 'neutral'].indexOf(meaningOf(gate))
  const sorted = gates.toSorted((left, right) => weight(left) - weight(right))
  return (
    <ul className={styles.panel} aria-label={label}>
      {sorted.map((gate) => (
        <GateItem key={`${gate.id} ${gate.kind}`} gate={gate} actions={actionsFor?.(gate)} onFollow={onFollow} />
      ))}
    </ul>
  )
}
