import type { ProgramSummary } from '@entente/shared/programs/contract'
import { UnstyledButton } from '@mantine/core'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { LazyPopup } from '../../../ui/layer/lazy-popup.tsx'
import styles from './compass-row.module.css'
import { usePrinciples } from './use-principles.ts'

const PrinciplePanel = lazy(async () => ({ default: (await import('./principle-panel.tsx')).PrinciplePanel }))

type Segment = ProgramSummary['compass'][number]
const kinds = { proven: 'proven', waived: 'waiting', open: 'neutral' } as const satisfies Record<
  Segment['state'],
  StatusKind
>

const Principle = ({ segment }: { segment: Segment }) => {
  const { t } = useTranslation('programs')
  const { principle, state } = segment
  const { name } = usePrinciples()(principle)
  const button = (
    <UnstyledButton className={styles.segment} data-state={state}>
      <span className={styles.number}>{principle}</span>
      <span className={styles.name}>{name}</span>
      <StatusBadge kind={kinds[state]} plain>
        {t(`compass.${state}`)}
      </StatusBadge>
    </UnstyledButton>
  )
  return (
    <LazyPopup target={button} popup="dialog" open={(target) => <PrinciplePanel segment={segment} target={target} />} />
  )
}

/** The compass written out: each principle with its state, its official sentence and what proves it. */
export const CompassRow = ({ compass }: Pick<ProgramSummary, 'compass'>) => {
  const { t } = useTranslation('programs')
  return (
    <ul className={styles.row} aria-label={t('compass.label')}>
      {compass.map((segment) => (
        <li key={segment.principle}>
          <Principle segment={segment} />
        </li>
      ))}
    </ul>
  )
}
