import type { AuditEntry } from '@entente/shared/audit/contract'
import { useTranslation } from 'react-i18next'
import styles from './change-details.module.css'

type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const fieldsOf = (value: unknown): Fields =>
  isFields(value) ? value : value === null || value === undefined ? {} : { '': value }
const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** The fields that differ, as they were and as they became; a write that says only what it touched is taken at its word. */
const differences = ({ before, after }: AuditEntry) => {
  const was = fieldsOf(before)
  const became = fieldsOf(after)
  const isBoth = Object.keys(was).length > 0 && Object.keys(became).length > 0
  return Object.keys(isBoth ? was : { ...was, ...became })
    .filter((name) => !isBoth || name in became)
    .map((name) => ({ name, before: was[name], after: became[name] }))
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
