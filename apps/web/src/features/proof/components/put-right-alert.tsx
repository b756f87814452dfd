import type { Program } from '@entente/shared/programs/contract'
import { Alert, Anchor } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useActionText } from '../../audit/components/use-action-text.ts'
import { useFormat } from '../../../lib/format/format.ts'
import styles from './put-right-alert.module.css'

/** What no longer holds: since when, by which act of whom, where to mend it, and what waits because of it. */
export const PutRightAlert = ({ toPutRight }: Pick<Program, 'toPutRight'>) => {
  const { t } = useTranslation('proof')
  const format = useFormat()
  const actionText = useActionText()
  return (
    <Alert color="blocked" icon={<IconHandStop aria-hidden />} title={t('toPutRight', { count: toPutRight.length })}>
      {t('waits')}
      <ul className={styles.list}>
        {toPutRight.map(({ gateId, message, since, action, by, missing }) => {
          const said = { on: format.date(since), act: actionText(action), by }
          return (
            <li key={gateId}>
              <strong>{gateId}</strong> · {message} {by === '' ? t('since', said) : t('sinceBy', said)}{' '}
              {missing.map(({ label, href }) => (
                <Anchor key={href + label} component={Link} to={href} size="sm" inherit mr={8}>
                  {label}
                </Anchor>
              ))}
            </li>
          )
        })}
      </ul>
    </Alert>
  )
}
