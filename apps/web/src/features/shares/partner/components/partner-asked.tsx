import { Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { programParticipationQuery } from '../../../participation/api.ts'
import { programPartnershipsQuery } from '../../../partnerships/api.ts'
import { programTermsQuery } from '../../../safeguards/api.ts'
import { PartnerContribution } from './partner-contribution.tsx'
import { PartnerObjection } from './partner-objection.tsx'
import { PartnerOpinion } from './partner-opinion.tsx'
import { PartnerTerms } from './partner-terms.tsx'

type Props = { programId: string }

const Objections = ({ programId }: Props) => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const { data } = useSuspenseQuery(programParticipationQuery(programId))
  if (data.objections.length === 0) return null
  return (
    <Section id="objections" title={t('objection.yours')}>
      <Stack gap="sm">
        {data.objections.map(({ id, content, raisedAt, answer }) => (
          <div key={id}>
            <StatusBadge kind={answer === null ? 'waiting' : 'proven'}>
              {t(answer === null ? 'objection.open' : 'objection.answered')}
            </StatusBadge>
            <Text>{content}</Text>
            <Text size="sm" c="dimmed">
              {format.date(raisedAt)}
            </Text>
            {answer !== null && <Text>{t('objection.answer', { answer })}</Text>}
          </div>
        ))}
      </Stack>
    </Section>
  )
}

const Acts = ({ programId }: Props) => {
  const { t } = useTranslation('shares/partner')
  const { data: voices } = useSuspenseQuery(programParticipationQuery(programId))
  const { data: bonds } = useSuspenseQuery(programPartnershipsQuery(programId))
  const [open, setOpen] = useState<'object' | 'contribute' | null>(null)
  const close = () => setOpen(null)
  return (
    <Group gap="xs">
      <ActionButton of={bonds} to="reportContribution" variant="light" onClick={() => setOpen('contribute')}>
        {t('contribution.open')}
      </ActionButton>
      <ActionButton of={voices} to="object" variant="default" onClick={() => setOpen('object')}>
        {t('objection.title')}
      </ActionButton>
      {open === 'contribute' && <PartnerContribution programId={programId} onClose={close} />}
      {open === 'object' && <PartnerObjection programId={programId} onClose={close} />}
    </Group>
  )
}

/** What is asked of my organization, what it said, and what it may do of itself. */
export const PartnerAsked = ({ programId }: Props) => {
  const { t } = useTranslation('shares/partner')
  const { data: voices } = useSuspenseQuery(programParticipationQuery(programId))
  const { data: terms } = useSuspenseQuery(programTermsQuery(programId))
  return (
    <Stack gap="md">
      <Acts programId={programId} />
      {voices.consultations.length > 0 && (
        <Section id="consultations" title={t('opinion.title')}>
          <Stack gap="lg">
            {voices.consultations.map((consultation) => (
              <PartnerOpinion key={consultation.id} consultation={consultation} />
            ))}
          </Stack>
        </Section>
      )}
      {terms.items.length > 0 && (
        <Section id="terms" title={t('terms.title')}>
          <Stack gap="lg">
            {terms.items.map((item) => (
              <PartnerTerms key={item.id} terms={item} />
            ))}
          </Stack>
        </Section>
      )}
      <Objections programId={programId} />
    </Stack>
  )
}
