import type { Analysis } from '@entente/shared/analyses/contract'
import type { AnalysisPart } from '@entente/shared/analyses/rules'
import { Group, Paper, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../../ui/feedback/why-not.tsx'
import { fieldErrorsOf } from '../../../../lib/form/form.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { SaveStatus } from '../../../../ui/form/save-status.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useSubmitAnalysis } from '../../api.ts'
import { ConflictPanel } from './conflict-panel.tsx'
import { AlternativeFields, ConditionFields, ObjectiveFields } from './list-fields.tsx'
import { parts } from '../../components/outline.tsx'
import { RecommendationFields } from './recommendation-fields.tsx'
import { RiskFields } from './risk-fields.tsx'
import { TextField } from './text-field.tsx'
import type { AnalysisDraft } from './use-analysis-draft.ts'

type FieldsProps = { part: AnalysisPart; draft: AnalysisDraft }

const limits = { context: 20_000, positiveImpact: 10_000, negativeImpact: 10_000 } as const

const PartFields = ({ part, draft }: FieldsProps) => {
  const { t } = useTranslation('analyses')
  if (part === 'objectives') return <ObjectiveFields draft={draft} />
  if (part === 'alternatives') return <AlternativeFields draft={draft} />
  if (part === 'risks') return <RiskFields draft={draft} />
  if (part === 'conditions') return <ConditionFields draft={draft} />
  if (part === 'recommendation') return <RecommendationFields draft={draft} />
  return (
    <TextField
      label={t(`part.${part}`)}
      limit={limits[part]}
      value={draft.content[part]}
      onChange={(value) => draft.change({ [part]: value })}
    />
  )
}

type Props = { analysis: Analysis; draft: AnalysisDraft }

/** Every part of the analysis, saved as it is written, then handed to the review. */
export const AnalysisEditor = ({ analysis, draft }: Props) => {
  const { t } = useTranslation('analyses')
  const submit = useSubmitAnalysis()
  const [last, setLast] = useState<AnalysisPart | null>(null)
  const faults = {
    ...fieldErrorsOf(submit.error),
    ...(draft.save.phase === 'refused' && fieldErrorsOf(draft.save.error)),
  }
  const faultOf = (part: AnalysisPart) =>
    Object.entries(faults).find(([place]) => place === part || place.startsWith(`${part}.`))?.[1]
  const send = () =>
    submit.mutate(
      { params: { id: analysis.id }, body: {}, ifMatch: draft.version },
      { onSuccess: () => announce(t('submitted')) },
    )
  const refused = draft.save.phase === 'refused' && draft.conflicts.length === 0 ? draft.save.error : null
  return (
    <Stack gap="md">
      {parts.map((part) => {
        const conflict = draft.conflicts.find((item) => item.part === part)
        return (
          <Section
            key={part}
            id={part}
            title={t(`part.${part}`)}
            description={t(`hint.${part}`)}
            actions={(last === part || draft.unsaved.has(part)) && <SaveStatus save={draft.save} />}
          >
            {conflict !== undefined && <ConflictPanel conflict={conflict} onSettle={draft.settle} />}
            <div onInput={() => setLast(part)}>
              <PartFields part={part} draft={draft} />
            </div>
            {faultOf(part) !== undefined && <StatusBadge kind="blocked">{faultOf(part)}</StatusBadge>}
          </Section>
        )
      })}
      <ProblemAlert error={refused ?? submit.error} />
      {isNamed(analysis, 'submit') && (
        <Paper withBorder p="md">
          <Group justify="space-between" gap="xs">
            <Text size="sm" c="dimmed">
              {t('submitHint')}
            </Text>
            <ActionButton of={analysis} to="submit" loading={submit.isPending} disabled={!draft.isSaved} onClick={send}>
              {t('submit', { number: analysis.number })}
            </ActionButton>
          </Group>
        </Paper>
      )}
    </Stack>
  )
}
