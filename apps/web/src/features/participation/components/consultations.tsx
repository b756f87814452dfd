import type { Consultation } from '@entente/shared/participation/contract'
import { Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconMessageQuestion, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programParticipationQuery } from '../api.ts'
import { ConsultDialog, OpinionDialog } from './consultation-dialogs.tsx'

const kinds = { open: 'waiting', answered: 'proven', silent: 'neutral', closed: 'neutral' } as const

type ItemProps = { consultation: Consultation; onAnswer: () => void }

const ConsultationItem = ({ consultation, onAnswer }: ItemProps) => {
  const { t } = useTranslation('participation')
  const format = useFormat()
  const { organization, state, stance, opinion, silenceOn, answeredAt, answeredBy, documentId } = consultation
  return (
    <article>
      <Group gap="xs">
        <Text fw={600}>{organization.name}</Text>
        <StatusBadge kind={kinds[state]}>{t(`state.${state}`)}</StatusBadge>
        {stance !== null && <Text size="sm">{t(`stance.${stance}`)}</Text>}
        <ActionButton
          of={consultation}
          to={isNamed(consultation, 'record') ? 'record' : 'answer'}
          size="xs"
          variant="default"
          onClick={onAnswer}
        >
          {t(isNamed(consultation, 'record') ? 'opinion.recordAction' : 'opinion.giveAction')}
        </ActionButton>
      </Group>
      <Text size="sm" c="dimmed">
        {t('consult.asked', { at: format.date(consultation.openedAt), on: format.day(silenceOn) })}
      </Text>
      <Text size="sm">{consultation.question}</Text>
      {opinion !== null && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {t('opinion.said', { opinion })}
        </Text>
      )}
      {answeredAt !== null && (
        <Text size="xs" c="dimmed">
          {answeredBy?.name} {format.dateTime(answeredAt)}
          {consultation.origin === 'recorded' && ` · ${t('recorded')}`}
        </Text>
      )}
      {documentId !== null && <DocumentLink id={documentId} />}
    </article>
  )
}

/** Who was asked, and what they said before the decision. */
export const Consultations = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('participation')
  const { data } = useSuspenseQuery(programParticipationQuery(programId))
  const [open, setOpen] = useState<Consultation | 'new' | null>(null)
  const close = () => setOpen(null)
  const ask = (
    <ActionButton
      of={data}
      to="consult"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('consult.title')}
    </ActionButton>
  )
  return (
    <Section
      id="consultations"
      title={t('consult.heading')}
      description={t('consult.description')}
      actions={data.consultations.length > 0 && ask}
    >
      {data.consultations.length === 0 && (
        <EmptyState icon={IconMessageQuestion} title={t('consult.empty')} action={ask} />
      )}
      <Stack gap="md">
        {data.consultations.map((consultation) => (
          <ConsultationItem key={consultation.id} consultation={consultation} onAnswer={() => setOpen(consultation)} />
        ))}
      </Stack>
      {open === 'new' && <ConsultDialog programId={programId} onClose={close} />}
      {open !== null && open !== 'new' && <OpinionDialog consultation={open} onClose={close} />}
    </Section>
  )
}
