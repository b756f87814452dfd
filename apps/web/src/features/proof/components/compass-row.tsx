import type { Program, ProgramSummary } from '@entente/shared/programs/contract'
import { UnstyledButton } from '@mantine/core'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { LazyPopup } from '../../../ui/layer/lazy-popup.tsx'
import { usePrinciples } from '../../programs/components/use-principles.ts'
import styles from './compass-row.module.css'

const PrinciplePanel = lazy(async () => ({ default: (await import('./principle-panel.tsx')).PrinciplePanel }))

type Segment = ProgramSummary['compass'][number]
export const principleKinds = {
  notYet: 'neutral',
  kept: 'proven',
  waived: 'waiting',
  broken: 'blocked',
  proven: 'proven',
} as const satisfies Record<Segment['state'], StatusKind>

const Principle = ({ programId, segment }: { programId: string; segment: Segment }) => {
  const { t } = useTranslation('proof')
  const { principle, state, held, waived, inForce, ahead } = segment
  const { name } = usePrinciples()(principle)
  const total = inForce + ahead
  const button = (
    <UnstyledButton className={styles.segment} data-state={state}>
      <span className={styles.number}>{principle}</span>
      <span className={styles.name}>{name}</span>
      <StatusBadge kind={principleKinds[state]} plain>
        {total === 0 ? t('notAsked') : t('segment', { state: t(`state.${state}`), held: held + waived, total })}
      </StatusBadge>
    </UnstyledButton>
  )
  return (
    <LazyPopup
      target={button}
      popup="dialog"
      open={(target) => <PrinciplePanel programId={programId} segment={segment} target={target} />}
    />
  )
}

/** The compass written out: each principle with its state, how many of its gates are kept, and what proves it. */
export const CompassRow = ({ program: { id, compass } }: { program: Pick<Program, 'id' | 'compass'> }) => {
  const { t } = useTranslation('proof')
  return (
    <ul className={styles.row} aria-label={t('label')}>
      {compass.map((segment) => (
        <li key={segment.principle}>
          <Principle programId={id} segment={segment} />
        </li>
      ))}
    </ul>
  )
}
