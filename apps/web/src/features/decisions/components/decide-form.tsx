import { type DecisionOutcome, newDecision } from '@entente/shared/decisions/contract'
import type { Program } from '@entente/shared/programs/contract'
import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useDecide } from '../api.ts'

type Values = { outcome: DecisionOutcome | ''; reason: string; conditions: string; redirectedTo: string }

const bodyOf = (outcome: DecisionOutcome, { reason, conditions, redirectedTo }: Values) => ({
  outcome,
  reason,
  conditions:
    outcome === 'acceptWithConditions'
      ? conditions
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [],
  redirectedTo: outcome === 'redirect' && redirectedTo.trim() !== '' ? redirectedTo : null,
})

/** The decision of an executive: its outcome, its reasons, and what the outcome needs. */
export const DecideForm = ({ program, outcomes }: { program: Program; outcomes: readonly DecisionOutcome[] }) => {
  const { t } = useTranslation('decisions')
  const decide = useDecide()
  const form = useForm<Values>({
    initialValues: { outcome: '', reason: '', conditions: '', redirectedTo: '' },
    validate: (values) => ({
      ...checkedBy(newDecision)(bodyOf(values.outcome || 'defer', values)),
      ...(values.outcome === '' && { outcome: t('decide.outcomeRequired') }),
    }),
  })
  const { outcome } = form.values
  const save = form.onSubmit((values) => {
    if (values.outcome === '') return
    decide.mutate(
      { params: { id: program.id }, body: bodyOf(values.outcome, values) },
      { onSuccess: () => form.reset(), onError: (error) => showProblem(form, error) },
    )
  })
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <Radio.Group label={t('decide.outcome')} required {...form.getInputProps('outcome')}>
          <Stack gap={6} mt={4}>
            {outcomes.map((value) => (
              <Radio key={value} value={value} label={t(`outcome.${value}`)} description={t(`decide.says.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {outcome === 'acceptWithConditions' && (
          <Textarea
            label={t('decide.conditions')}
            description={t('decide.conditionsHint')}
            required
            autosize
            minRows={3}
            {...form.getInputProps('conditions')}
          />
        )}
        {outcome === 'redirect' && (
          <TextInput label={t('decide.redirectedTo')} required {...form.getInputProps('redirectedTo')} />
        )}
        <Textarea
          label={t('decide.reason')}
          description={t('decide.reasonHint')}
          required
          autosize
          minRows={3}
          {...form.getInputProps('reason')}
        />
        <ProblemAlert error={decide.error} />
        <Button type="submit" loading={decide.isPending} style={{ alignSelf: 'flex-start' }}>
          {outcome === '' ? t('decide.submit') : t(`decide.action.${outcome}`)}
        </Button>
      </Stack>
    </form>
  )
}
