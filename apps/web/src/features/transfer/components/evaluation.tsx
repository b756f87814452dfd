import { type Evaluation as Filed, transfer } from '@entente/shared/transfer/contract'
import { Button, Stack, Textarea } from '@mantine/core'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Allowed } from '../../../ui/feedback/why-not.tsx'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Facts } from '../../../ui/display/facts.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentField } from '../../documents/components/document-field.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { useFileEvaluation } from '../api.ts'
import { LevelSelect } from './level-select.tsx'

const EvaluationForm = ({ programId }: { programId: string }) => {
  const { t } = useTranslation('transfer')
  const file = useFileEvaluation()
  const form = useFormOf(transfer.fileEvaluation, { start: { rating: 3 } })
  const field = useFields(form, 'transfer:evaluation')
  const save = form.onSubmit((values) =>
    file.mutate(
      { params: { id: programId }, body: form.toBody(values) },
      { onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <Textarea {...field('summary')} autosize minRows={4} />
        <LevelSelect {...field('rating')} />
        <DocumentField {...field('documentId', t('evaluation.document'))} kind="report" />
        <ProblemAlert error={file.error} />
        <Button type="submit" loading={file.isPending} style={{ alignSelf: 'flex-start' }}>
          {t('evaluation.action')}
        </Button>
      </Stack>
    </form>
  )
}

type Props = { programId: string; evaluation: Filed | null; of: Allowed<'fileEvaluation'> }

/** The evaluation of the program, by someone who did not coordinate it. */
export const Evaluation = ({ programId, evaluation, of }: Props) => {
  const { t } = useTranslation('transfer')
  const format = useFormat()
  const canFile = of.can.includes('fileEvaluation')
  return (
    <Section id="evaluation" title={t('evaluation.heading')} description={t('evaluation.description')}>
      {evaluation !== null && (
        <Facts
          facts={[
            { label: t('evaluation.summary'), value: evaluation.summary },
            { label: t('evaluation.rating'), value: t(`level.${evaluation.rating}`) },
            {
              label: t('evaluation.by'),
              value: `${evaluation.filedBy.name}, ${format.dateTime(evaluation.filedAt)}`,
            },
            ...(evaluation.documentId === null
              ? []
              : [{ label: t('evaluation.document'), value: <DocumentLink id={evaluation.documentId} /> }]),
          ]}
        />
      )}
      {evaluation === null && canFile && <EvaluationForm programId={programId} />}
      {evaluation === null && !canFile && (
        <EmptyState icon={IconClipboardCheck} title={t('evaluation.empty')}>
          {of.cannot.fileEvaluation ?? t('evaluation.later')}
        </EmptyState>
      )}
    </Section>
  )
}
