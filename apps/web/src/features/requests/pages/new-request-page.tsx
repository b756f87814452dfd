import { Button, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useIsUploading } from '../../../lib/api/use-command.ts'
import { goToFirstError, showProblem } from '../../../lib/form/form.ts'
import { paths } from '../../../paths.ts'
import { DraftNotice } from '../../../ui/form/draft-notice.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { useFormDraft } from '../../users/components/use-form-draft.ts'
import { useRegisterRequest } from '../api.ts'
import { ProgramFields, RequestFields } from '../components/request-fields.tsx'
import { useRequestForm } from '../components/use-request-form.ts'

/** Registers an official request: it gets its number and opens the dossier. */
export const NewRequestPage = () => {
  const { t } = useTranslation('requests')
  const navigate = useNavigate()
  const isUploading = useIsUploading()
  const register = useRegisterRequest()
  const form = useRequestForm()
  const unsent = useFormDraft(form, 'request')
  const save = form.onSubmit(
    (values) =>
      register.mutate(
        { body: form.toBody(values) },
        {
          onSuccess: ({ programId }) => {
            unsent.forget()
            void navigate(paths.programRequest.href(programId))
          },
          onError: (error) => showProblem(form, error),
        },
      ),
    goToFirstError,
  )
  return (
    <Page title={t('new.title')} breadcrumbs={[{ label: t('title'), href: paths.requests.href() }]}>
      <form noValidate onSubmit={save}>
        <Stack gap="md">
          <Section id="program" title={t('new.program')} description={t('new.programHint')}>
            <Stack gap="sm">
              <ProgramFields form={form} />
            </Stack>
          </Section>
          <Section id="request" title={t('new.request')} description={t('new.requestHint')}>
            <Stack gap="sm">
              <RequestFields form={form} />
            </Stack>
          </Section>
          <ProblemAlert error={register.error} />
          <Group justify="flex-end" gap="xs">
            <DraftNotice draft={unsent} />
            <Button
              variant="default"
              onClick={() => {
                unsent.forget()
                void navigate(paths.requests.href())
              }}
            >
              {t('cancel')}
            </Button>
            <Button type="submit" loading={register.isPending || isUploading}>
              {t('new.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  )
}
