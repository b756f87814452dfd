import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/page/section.tsx'
import { mayOpenEnvelopeQuery } from '../api.ts'
import { EnvelopeList } from './envelope-list.tsx'
import { OpenEnvelopeDialog } from './open-envelope-dialog.tsx'

/** The envelopes of a fiscal year, and the way to open another for whom that is open. */
export const EnvelopeSection = ({ fiscalYear }: { fiscalYear: number }) => {
  const { t } = useTranslation('resources/envelopes')
  const { data: mayOpen = false } = useQuery(mayOpenEnvelopeQuery(fiscalYear))
  const [isOpen, setOpen] = useState(false)
  return (
    <Section
      id="envelopes"
      title={t('envelope.title')}
      actions={
        mayOpen && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('envelope.openAction')}
          </Button>
        )
      }
    >
      <EnvelopeList fiscalYear={fiscalYear} />
      {isOpen && <OpenEnvelopeDialog fiscalYear={fiscalYear} onClose={() => setOpen(false)} />}
    </Section>
  )
}
