import type { StepRuleSet } from '@entente/shared/resources/rules/contract'
import { Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { isNamed } from '../../../../ui/feedback/why-not.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { useDecideRules } from '../api.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RulesTable } from './rules-table.tsx'

/** Rules that wait for a second person: confirmed, they replace the present ones. */
export const ProposedRules = ({ proposed }: { proposed: StepRuleSet }) => {
  const { t } = useTranslation(['resources/rules', 'resources/envelopes'])
  const format = useFormat()
  const decide = useDecideRules()
  const [isRefusing, setRefusing] = useState(false)
  const send = (outcome: 'confirmed' | 'refused', reason?: string) =>
    decide.mutate(
      {
        params: { id: proposed.id },
        body: { outcome, ...(reason !== undefined && { reason }) },
        ifMatch: proposed.version,
      },
      { onSuccess: () => announce(t(`rules.done.${outcome}`)) },
    )
  return (
    <Section
      id="proposed"
      title={t('rules.proposed')}
      description={t('ceiling.proposedBy', {
        name: proposed.proposedBy.name,
        at: format.dateTime(proposed.proposedAt),
      })}
    >
      <Text mb="sm">{proposed.reason}</Text>
      <RulesTable rules={proposed.rules} caption={t('rules.proposed')} />
      {!isRefusing && <ProblemAlert error={decide.error} />}
      {isNamed(proposed, 'decide') && (
        <Group justify="flex-end" gap="xs" mt="sm">
          <ActionButton of={proposed} to="decide" variant="default" onClick={() => setRefusing(true)}>
            {t('ceiling.outcomes.refused')}
          </ActionButton>
          <ActionButton
            of={proposed}
            to="decide"
            loading={decide.isPending && !isRefusing}
            onClick={() => send('confirmed')}
          >
            {t('rules.confirm')}
          </ActionButton>
        </Group>
      )}
      {isRefusing && (
        <ReasonDialog
          outcome="refused"
          title={t('rules.refuse')}
          isBusy={decide.isPending}
          error={decide.error}
          onConfirm={(reason) => send('refused', reason)}
          onClose={() => setRefusing(false)}
        />
      )}
    </Section>
  )
}
