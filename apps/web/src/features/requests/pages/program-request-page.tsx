import type { Authority, Request } from '@entente/shared/requests/contract'
import { minimumLeadTimeDays } from '@entente/shared/requests/rules'
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconEdit } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { goToFirstError, showProblem } from '../../../lib/form/form.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { Facts } from '../../../ui/display/facts.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { programRequestQuery, useEditRequest } from '../api.ts'
import { RequestFields } from '../components/request-fields.tsx'
import { RequestState } from '../components/request-state.tsx'
import { useRequestForm } from '../components/use-request-form.ts'
import { Verification } from '../components/verification.tsx'

type Props = { request: Request }

const LeadTime = ({ days }: { days: number }) => {
  const { t } = useTranslation('requests')
  const isShort = days < minimumLeadTimeDays
  return (
    <StatusBadge kind={isShort ? 'over' : 'proven'}>{t('lead', { days, minimum: minimumLeadTimeDays })}</StatusBadge>
  )
}

const RequestFacts = ({ request }: Props) => {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const party = (authority: Authority | null) =>
    authority === null ? t('none') : `${authority.name} (${t(`authority.${authority.type}`)})`
  const { electoralEvent: event, letterDocumentId: letter, leadTimeDays: lead } = request
  return (
    <Facts
      facts={[
        { label: t('column.state'), value: <RequestState state={request.state} /> },
        { label: t('field.kind'), value: t(`kind.${request.kind}`) },
        { id: 'requestingAuthority', label: t('party.requestingAuthority'), value: party(request.requestingAuthority) },
        { label: t('party.transmittingAuthority'), value: party(request.transmittingAuthority) },
        { label: t('party.beneficiary'), value: party(request.beneficiary) },
        { label: t('field.channel'), value: t(`channel.${request.channel}`) },
        { label: t('field.signedOn'), value: format.day(request.signedOn) },
        { label: t('field.receivedOn'), value: format.day(request.receivedOn) },
        ...(request.lateReason === null ? [] : [{ label: t('field.lateReason'), value: request.lateReason }]),
        {
          id: 'letterDocumentId',
          label: t('field.letter'),
          value: letter ? <DocumentLink id={letter} /> : <StatusBadge kind="blocked">{t('noLetter')}</StatusBadge>,
        },
        { label: t('field.object'), value: request.object },
        {
          id: 'electoralEvent',
          label: t('field.event'),
          value: event === null ? t('noEvent') : `${t(`event.${event.type}`)}, ${format.day(event.date)}`,
        },
        ...(lead === null ? [] : [{ label: t('column.lead'), value: <LeadTime days={lead} /> }]),
        {
          label: t('fact.registeredBy'),
          value: `${request.registeredBy.name}, ${format.dateTime(request.registeredAt)}`,
        },
      ]}
    />
  )
}

const EditRequest = ({ request: shown, onClose }: Props & { onClose: () => void }) => {
  // What others save meanwhile changes nothing of what is typed here: saving then is refused, not done over theirs.
  const [request] = useState(shown)
  const { t } = useTranslation('requests')
  const edit = useEditRequest()
  const form = useRequestForm(request)
  const save = form.onSubmit(
    (values) =>
      edit.mutate(
        { params: { id: request.id }, body: form.toBody(values), ifMatch: request.version },
        { onSuccess: onClose, onError: (error) => showProblem(form, error) },
      ),
    goToFirstError,
  )
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        {request.verification !== null && (
          <Alert color="waiting" icon={<IconAlertTriangle aria-hidden />}>
            {t('edit.undoes', { by: request.verification.by.name })}
          </Alert>
        )}
        <RequestFields form={form} />
        <ProblemAlert error={edit.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={edit.isPending}>
            {t('edit.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** The request a program answers: what it says, who verified it. */
export const ProgramRequestPage = () => {
  const { t } = useTranslation('requests')
  const { id = '' } = useParams()
  const { hash } = useLocation()
  const { data: request } = useSuspenseQuery(programRequestQuery(id))
  const canEdit = request.can.includes('edit')
  // A link that asks for the letter leads to the field itself.
  const [isEditing, setIsEditing] = useState(
    canEdit && hash === '#letterDocumentId' && request.letterDocumentId === null,
  )
  return (
    <Stack gap="md">
      <Section
        id="request"
        title={t('number', { number: request.number })}
        actions={
          !isEditing && (
            <ActionButton
              of={request}
              to="edit"
              size="xs"
              variant="default"
              leftSection={<IconEdit size={14} aria-hidden />}
              onClick={() => setIsEditing(true)}
            >
              {t('edit.open')}
            </ActionButton>
          )
        }
      >
        {isEditing ? (
          <EditRequest request={request} onClose={() => setIsEditing(false)} />
        ) : (
          <RequestFacts request={request} />
        )}
      </Section>
      <Verification request={request} />
    </Stack>
  )
}
