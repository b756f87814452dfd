import type { AuditEntry } from '@entente/shared/audit/contract'
import { useTranslation } from 'react-i18next'
import styles from './change-details.module.css'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Fields =>
  isFields(value) ? value : value === null || value === undefined ? {} : { '': value }
const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** The fields that differ, as they were and as they became. */
const differences = (entry: AuditEntry) => {
  const before = fieldsOf(entry.before)
  const after = fieldsOf(entry.after)
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((field) => textOf(field.before) !== textOf(field.after))
}

/** What one write changed: before → after, field by field, with the hash that seals it. */
export const ChangeDetails = ({ entry }: { entry: AuditEntry }) => {
  const { t } = useTranslation('audit')
  return (
    <details className={styles.details}>
      <summary>{t('details')}</summary>
      <dl className={styles.fields}>
        {differences(entry).map((field) => (
          <div key={field.name}>
            <dt>{field.name}</dt>
            <dd>
              {field.before !== undefined && <del>{textOf(field.before)}</del>}
              {field.after !== undefined && <ins>{textOf(field.after)}</ins>}
            </dd>
          </div>
        ))}
        <div>
          <dt>{t('hash')}</dt>
          <dd>
            <code>{entry.hash}</code>
          </dd>
        </div>
      </dl>
    </details>
  )
}
