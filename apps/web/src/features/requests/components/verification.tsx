import { type Request, requests, verificationMethod } from '@entente/shared/requests/contract'
import { Button, Checkbox, NativeSelect, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { Facts } from '../../../ui/display/facts.tsx'
import { StatusBadge } from '../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { useVerifyRequest } from '../api.ts'

const VerifyForm = ({ request }: { request: Request }) => {
  const { t } = useTranslation('requests')
  const verify = useVerifyRequest()
  const form = useFormOf(requests.verify)
  const field = useFields(form, 'requests:verify')
  const save = form.onSubmit((values) =>
    verify.mutate(
      { params: { id: request.id }, body: form.toBody(values), ifMatch: request.version },
      { onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm" align="flex-start">
        <NativeSelect
          {...field('method')}
          data={verificationMethod.options.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        <Textarea {...field('note')} w="100%" description={t('verify.noteHint')} autosize minRows={2} />
        {request.late && <Checkbox {...field('confirmsDelay')} description={request.lateReason} />}
        {request.kind === 'invitation' && (
          <DocumentField {...field('invitationDocumentId')} id="invitationDocumentId" kind="letter" required />
        )}
        <ProblemAlert error={verify.error} />
        <Button type="submit" loading={verify.isPending}>
          {t('verify.submit')}
        </Button>
      </Stack>
    </form>
  )
}

/** The confirmation by a second person that the request is authentic. */
export const Verification = ({ request }: { request: Request }) => {
  const { t } = useTranslation('requests')
  const format = useFormat()
  const { verification } = request
  return (
    <Section id="verification" title={t('verify.title')} description={t('verify.description')}>
      {verification !== null && (
        <Facts
          facts={[
            { label: t('verify.state'), value: <StatusBadge kind="proven">{t(`state.${request.state}`)}</StatusBadge> },
            { label: t('verify.by'), value: `${verification.by.name}, ${format.dateTime(verification.at)}` },
            { label: t('verify.method'), value: t(`method.${verification.method}`) },
            { label: t('verify.note'), value: verification.note },
            ...(verification.invitationDocumentId === null
              ? []
              : [
                  {
                    label: t('verify.invitationDocumentId'),
                    value: <DocumentLink id={verification.invitationDocumentId} />,
                  },
                ]),
          ]}
        />
      )}
      {request.can.includes('verify') && <VerifyForm request={request} />}
      {verification === null && !request.can.includes('verify') && (
        <Text size="sm">
          <StatusBadge kind="waiting">{t('verify.waiting')}</StatusBadge>{' '}
          {request.cannot.verify ?? t('verify.waitingDetail', { name: request.registeredBy.name })}
        </Text>
      )}
    </Section>
  )
}
