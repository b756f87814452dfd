import type { Objection } from '@entente/shared/participation/contract'
import { Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconMessageExclamation, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programParticipationQuery } from '../api.ts'
import { AnswerDialog, ObjectionDialog } from './objection-dialogs.tsx'

type ItemProps = { objection: Objection; onAnswer: () => void }

const ObjectionItem = ({ objection, onAnswer }: ItemProps) => {
  const { t } = useTranslation('participation')
  const format = useFormat()
  const { organization, content, answer, answeredAt, answeredBy, raisedAt, documentId } = objection
  return (
    <article>
      <Group gap="xs">
        <Text fw={600}>{organization.name}</Text>
        <StatusBadge kind={answer === null ? 'blocked' : 'proven'}>
          {t(answer === null ? 'objection.open' : 'objection.answered')}
        </StatusBadge>
        <Text size="sm" c="dimmed">
          {format.dateTime(raisedAt)}
          {objection.origin === 'recorded' && ` · ${t('recorded')}`}
        </Text>
        <ActionButton of={objection} to="answer" size="xs" onClick={onAnswer}>
          {t('objection.answerAction')}
        </ActionButton>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {content}
      </Text>
      {documentId !== null && <DocumentLink id={documentId} />}
      {answer !== null && (
        <Text size="sm" mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {t('objection.said', { answer })}
        </Text>
      )}
      {answeredAt !== null && (
        <Text size="xs" c="dimmed">
          {answeredBy?.name} {format.dateTime(answeredAt)}
        </Text>
      )}
    </article>
  )
}

/** What organizations object to, and what they were answered. */
export const Objections = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('participation')
  const { data } = useSuspenseQuery(programParticipationQuery(programId))
  const [open, setOpen] = useState<Objection | 'new' | null>(null)
  const close = () => setOpen(null)
  const record = (
    <ActionButton
      of={data}
      to="object"
      size="xs"
      variant="default"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('objection.title')}
    </ActionButton>
  )
  return (
    <Section id="objections" title={t('objection.heading')} actions={data.objections.length > 0 && record}>
      {data.objections.length === 0 && (
        <EmptyState icon={IconMessageExclamation} title={t('objection.empty')} action={record} />
      )}
      <Stack gap="md">
        {data.objections.map((objection) => (
          <ObjectionItem key={objection.id} objection={objection} onAnswer={() => setOpen(objection)} />
        ))}
      </Stack>
      {open === 'new' && <ObjectionDialog programId={programId} onClose={close} />}
      {open !== null && open !== 'new' && <AnswerDialog objection={open} onClose={close} />}
    </Section>
  )
}
