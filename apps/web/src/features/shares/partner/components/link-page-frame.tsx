import { Button, Group, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../../../../lib/i18n/i18n.ts'
import { useLocale } from '../../../../lib/i18n/use-locale.ts'
import styles from './partner-view.module.css'

type Props = { title: string; subtitle?: ReactNode; children: ReactNode }

/** A page for people without an account: its title, the other language, nothing else. */
export const LinkPageFrame = ({ title, subtitle, children }: Props) => {
  const { t } = useTranslation('app')
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  return (
    <main className={styles.main}>
      <title>{`${title} · Entente`}</title>
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md">
        <div>
          <Text size="sm" c="dimmed">
            Entente
          </Text>
          <Title order={1} tabIndex={-1}>
            {title}
          </Title>
          {subtitle !== undefined && (
            <Text component="div" size="sm" c="dimmed">
              {subtitle}
            </Text>
          )}
        </div>
        <Button variant="subtle" lang={other} onClick={() => void setLocale(other)}>
          {t('otherLanguage')}
        </Button>
      </Group>
      {children}
    </main>
  )
}
