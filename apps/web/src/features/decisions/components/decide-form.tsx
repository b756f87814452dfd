import { type DecisionOutcome, decisions } from '@entente/shared/decisions/contract'
import { isAcceptance } from '@entente/shared/decisions/rules'
import type { Program } from '@entente/shared/programs/contract'
import { Button, Radio, Stack, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { showProblem } from '../../../lib/form/form.ts'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useDecide } from '../api.ts'

/** Whether a program is planned to take no money, or no staff-days. */
const isUnplanned = ({ plannedMoney, plannedDays }: Program) =>
  Number(plannedMoney.amount) === 0 || Number(plannedDays) === 0
const isAcceptanceOf = (outcome: DecisionOutcome | '' | undefined) =>
  outcome !== undefined && outcome !== '' && isAcceptance(outcome)

/** The decision of an executive: its outcome, its reasons, and what the outcome needs. */
export const DecideForm = ({ program, outcomes }: { program: Program; outcomes: readonly DecisionOutcome[] }) => {
  const { t } = useTranslation('decisions')
  const decide = useDecide()
  const form = useFormOf(decisions.decide, {
    start: { outcome: '' },
    sent: ({ outcome, conditions, redirectedTo, zeroPlanReason }) => ({
      conditions:
        outcome === 'acceptWithConditions' ? conditions.map((line) => line.trim()).filter((line) => line !== '') : [],
      redirectedTo: outcome === 'redirect' ? redirectedTo : '',
      zeroPlanReason: isAcceptanceOf(outcome) && isUnplanned(program) ? zeroPlanReason : '',
    }),
    check: (values) => ({
      ...(!outcomes.includes(values.outcome) && { outcome: t('decide.outcomeRequired') }),
    }),
  })
  const field = useFields(form, 'decisions:decide')
  const outcome = outcomes.find((value) => value === form.values.outcome)
  const save = form.onSubmit((values) =>
    decide.mutate(
      { params: { id: program.id }, body: form.toBody(values), ifMatch: program.version },
      { onSuccess: () => form.reset(), onError: (error) => showProblem(form, error) },
    ),
  )
  return (
    <form noValidate onSubmit={save}>
      <Stack gap="sm">
        <Radio.Group {...field('outcome')} required>
          <Stack gap={6} mt={4}>
            {outcomes.map((value) => (
              <Radio key={value} value={value} label={t(`outcome.${value}`)} description={t(`decide.says.${value}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {outcome === 'acceptWithConditions' && (
          <Textarea
            {...field('conditions')}
            description={t('decide.conditionsHint')}
            required
            autosize
            minRows={3}
            value={form.values.conditions.join('\n')}
            onChange={(event) => form.setFieldValue('conditions', event.currentTarget.value.split('\n'))}
          />
        )}
        {outcome === 'redirect' && <TextInput {...field('redirectedTo')} required />}
        {isAcceptanceOf(outcome) && isUnplanned(program) && (
          <Textarea {...field('zeroPlanReason')} description={t('decide.zeroPlanHint')} required autosize minRows={2} />
        )}
        <Textarea {...field('reason')} description={t('decide.reasonHint')} autosize minRows={3} />
        <ProblemAlert error={decide.error} />
        <Button type="submit" loading={decide.isPending} style={{ alignSelf: 'flex-start' }}>
          {outcome === undefined ? t('decide.submit') : t(`decide.action.${outcome}`)}
        </Button>
      </Stack>
    </form>
  )
}
