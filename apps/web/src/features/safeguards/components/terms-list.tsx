import type { Terms } from '@entente/shared/safeguards/contract'
import { Group, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconFileDescription, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programTermsQuery, useAgreeTerms } from '../api.ts'
import { ProposeTermsDialog, RecordAgreementDialog } from './terms-dialogs.tsx'

/** One proposal: its text, its state, and the host's word where it is waited for. */
export const TermsItem = ({ terms }: { terms: Terms }) => {
  const { t } = useTranslation('safeguards')
  const format = useFormat()
  const agree = useAgreeTerms()
  const [isRecording, setIsRecording] = useState(false)
  return (
    <article>
      <Group gap="xs">
        <Text fw={600}>{terms.title}</Text>
        <StatusBadge kind={terms.agreed === null ? 'waiting' : 'proven'}>{t(`state.${terms.state}`)}</StatusBadge>
        <Text size="sm" c="dimmed">
          {terms.agreed === null
            ? t('proposed', { host: terms.organization.name, at: format.date(terms.proposedAt) })
            : t('agreed', { host: terms.organization.name, on: format.day(terms.agreed.on), by: terms.agreed.by.name })}
        </Text>
      </Group>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }} my={4}>
        {terms.content}
      </Text>
      {terms.documentId !== null && <DocumentLink id={terms.documentId} />}
      <ProblemAlert error={agree.error} />
      <Group gap="xs">
        <ActionButton
          of={terms}
          to="agree"
          size="xs"
          loading={agree.isPending}
          onClick={() => agree.mutate({ params: { id: terms.id }, body: {}, ifMatch: terms.version })}
        >
          {t('agree')}
        </ActionButton>
        <ActionButton of={terms} to="recordAgreement" size="xs" variant="default" onClick={() => setIsRecording(true)}>
          {t('record.title')}
        </ActionButton>
      </Group>
      {isRecording && <RecordAgreementDialog terms={terms} onClose={() => setIsRecording(false)} />}
    </article>
  )
}

/** What the host agreed to, and what still waits for its agreement. */
export const TermsList = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('safeguards')
  const { data } = useSuspenseQuery(programTermsQuery(programId))
  const [isProposing, setIsProposing] = useState(false)
  const propose = (
    <ActionButton
      of={data}
      to="propose"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsProposing(true)}
    >
      {t('propose.title')}
    </ActionButton>
  )
  return (
    <Section id="terms" title={t('title')} description={t('description')} actions={data.items.length > 0 && propose}>
      {data.items.length === 0 && <EmptyState icon={IconFileDescription} title={t('empty')} action={propose} />}
      <Stack gap="lg">
        {data.items.map((terms) => (
          <TermsItem key={terms.id} terms={terms} />
        ))}
      </Stack>
      {isProposing && <ProposeTermsDialog programId={programId} onClose={() => setIsProposing(false)} />}
    </Section>
  )
}
