import { VisuallyHidden } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../lib/format/format.ts'
import styles from './step-path.module.css'

export type Step = { id: string; label: string; progress: 'done' | 'current' | 'ahead'; on?: string | null }
type Props = { label: string; steps: readonly Step[] }

/** The road of a record: steps behind with their day, the present one, those ahead. */
export const StepPath = ({ label, steps }: Props) => {
  const { t } = useTranslation('ui')
  const format = useFormat()
  return (
    <ol className={styles.path} aria-label={label}>
      {steps.map(({ id, label: name, progress, on }) => (
        <li
          key={id}
          className={styles.step}
          data-progress={progress}
          aria-current={progress === 'current' ? 'step' : undefined}
        >
          <span className={styles.mark} aria-hidden>
            {progress === 'done' && <IconCheck size={12} stroke={3} />}
          </span>
          <span className={styles.name}>{name}</span>
          <VisuallyHidden>{t(`step.${progress}`)}</VisuallyHidden>
          {on && <span className={styles.day}>{format.day(on)}</span>}
        </li>
      ))}
    </ol>
  )
}
