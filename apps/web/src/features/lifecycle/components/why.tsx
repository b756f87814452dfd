import type { AnswerOf } from '@entente/shared/kernel/endpoint'
import type { lifecycle } from '@entente/shared/lifecycle/contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import styles from './why.module.css'

type Evaluation = AnswerOf<typeof lifecycle.evaluations>['items'][number]

/** `{a: {b: 1}}` → `a.b`, `1`: every value a rule read, by its place. */
const readings = (value: unknown, path = ''): [string, string][] => {
  if (typeof value !== 'object' || value === null)
    return [[path, value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value)]]
  const entries = Object.entries(value)
  if (entries.length === 0) return [[path, '–']]
  return entries.flatMap(([key, inner]) => readings(inner, path === '' ? key : `${path}.${key}`))
}

const kinds: Record<Evaluation['state'], StatusKind> = {
  passed: 'proven',
  failed: 'blocked',
  waived: 'neutral',
  notApplicable: 'neutral',
}

/** One evaluation as it was: when, by whom, under which version of the rule, and what the rule read. */
export const WhyEntry = ({ evaluation }: { evaluation: Evaluation }) => {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const { state, at, by, ruleVersion, inputs } = evaluation
  return (
    <div className={styles.entry}>
      <Text size="sm">
        <StatusBadge kind={kinds[state]}>{t(`why.${state}`)}</StatusBadge>{' '}
        {t('why.when', { at: format.dateTime(at), by: by.name, version: ruleVersion })}
      </Text>
      <table className={styles.inputs}>
        <caption>{t('why.inputs')}</caption>
        <tbody>
          {readings(inputs).map(([path, value]) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Props = { gateId: string; evaluations: readonly Evaluation[]; label?: string }

/** Why a gate stands as it does: its past evaluations, latest first. */
export const Why = ({ gateId, evaluations, label }: Props) => {
  const { t } = useTranslation('lifecycle')
  const own = evaluations.filter((evaluation) => evaluation.gateId === gateId)
  return (
    <details className={styles.why}>
      <summary>{label === undefined ? t('why.label') : t('why.of', { gate: label })}</summary>
      {own.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('why.never')}
        </Text>
      )}
      {own.map((evaluation) => (
        <WhyEntry key={evaluation.id} evaluation={evaluation} />
      ))}
    </details>
  )
}
