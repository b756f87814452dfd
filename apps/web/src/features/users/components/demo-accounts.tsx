import { Text, Title, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './demo-accounts.module.css'

type Credentials = { email: string; password: string }

const password = 'entente-demo'
/** The accounts every demonstration portfolio holds, with what each is there to show. */
const accounts = [
  { email: 'coordination@demo.example', role: 'coordinator' },
  { email: 'coordination2@demo.example', role: 'coordinator' },
  { email: 'analyse@demo.example', role: 'analyst' },
  { email: 'analyse2@demo.example', role: 'analyst' },
  { email: 'gestion@demo.example', role: 'manager', note: 'limit25' },
  { email: 'gestion2@demo.example', role: 'manager', note: 'limit100' },
  { email: 'direction@demo.example', role: 'executive' },
  { email: 'partenaire.oif@demo.example', role: 'partner', note: 'funder' },
  { email: 'partenaire.ceni-mg@demo.example', role: 'partner', note: 'host' },
  { email: 'audit@demo.example', role: 'auditor' },
  { email: 'admin@demo.example', role: 'admin' },
] as const

type Props = { isBusy: boolean; onChoose: (credentials: Credentials) => void }

/** One press signs in as a demonstration person. */
export const DemoAccounts = ({ isBusy, onChoose }: Props) => {
  const { t } = useTranslation('users')
  return (
    <section aria-labelledby="demo-accounts">
      <Title order={2} size="h4" id="demo-accounts">
        {t('demo.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('demo.detail')} <strong className={styles.password}>{password}</strong>
      </Text>
      <ul className={styles.list}>
        {accounts.map((account) => (
          <li key={account.email}>
            <UnstyledButton
              className={styles.account}
              disabled={isBusy}
              onClick={() => onChoose({ email: account.email, password })}
            >
              <span className={styles.role}>
                {t(`role.${account.role}`)}
                {'note' in account && <span className={styles.note}>{t(`demo.${account.note}`)}</span>}
              </span>
              <span className={styles.email}>{account.email}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  )
}
