import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockHour4,
  IconHandStop,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './status-badge.module.css'

/** The four meanings of colour, and none. Each has its own shape, and always comes with a word. */
export type StatusKind = 'proven' | 'waiting' | 'blocked' | 'over' | 'neutral'

const icons = {
  proven: IconCircleCheckFilled,
  waiting: IconClockHour4,
  blocked: IconHandStop,
  over: IconAlertTriangleFilled,
  neutral: IconCircleDashed,
}

type Props = { kind: StatusKind; children: ReactNode; plain?: boolean }

/** A state in a word, with its shape and colour; `plain` leaves the background out. */
export const StatusBadge = ({ kind, children, plain = false }: Props) => {
  const Icon = icons[kind]
  return (
    <span className={styles.meaning} data-kind={kind} data-plain={plain || undefined}>
      <Icon size={14} aria-hidden className={styles.icon} />
      {children}
    </span>
  )
}
