import type { Decision } from '@entente/shared/decisions/contract'
import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconMail, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import styles from './letter.module.css'
import { Dialog } from '../../../ui/layer/dialog.tsx'

type Props = { letter: NonNullable<Decision['letter']> }

/** The courteous letter of a refusal, in either language, as it is printed. */
export const Letter = ({ letter }: Props) => {
  const { t } = useTranslation(['decisions', 'ui'])
  const locale = useLocale()
  const [language, setLanguage] = useState(locale)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMail size={14} aria-hidden />}
        onClick={() => setIsOpen(true)}
      >
        {t('decisions:letter.open')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} size="lg" title={t('decisions:letter.title')}>
        <Group justify="space-between" mb="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('decisions:letter.language')}
            value={language}
            data={[
              { value: 'fr', label: t('ui:bilingual.fr') },
              { value: 'en', label: t('ui:bilingual.en') },
            ]}
            onChange={(value) => setLanguage(value === 'en' ? 'en' : 'fr')}
          />
          <Button size="xs" leftSection={<IconPrinter size={14} aria-hidden />} onClick={() => print()}>
            {t('decisions:letter.print')}
          </Button>
        </Group>
        <div className={styles.letter} lang={language}>
          {letter[language]}
        </div>
      </Dialog>
    </>
  )
}
