import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { Page } from '../../../../ui/page/page.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { stepRulesQuery } from '../api.ts'
import { ProposedRules } from '../components/proposed-rules.tsx'
import { RulesDialog } from '../components/rules-dialog.tsx'
import { RulesTable } from '../components/rules-table.tsx'

/** Which signatures a request for resources needs, by whom these rules were signed, and what is proposed instead. */
export const StepRulesPage = () => {
  const { t } = useTranslation(['resources/rules', 'resources/requests'])
  const format = useFormat()
  const { data } = useSuspenseQuery(stepRulesQuery())
  const [isOpen, setOpen] = useState(false)
  const { rules, inForce, proposed } = data
  const signedBy =
    inForce === null || inForce.decidedBy === null || inForce.decidedAt === null
      ? t('rules.first')
      : t('rules.signedBy', {
          proposer: inForce.proposedBy.name,
          name: inForce.decidedBy.name,
          at: format.dateTime(inForce.decidedAt),
        })
  return (
    <Page
      title={t('rules.title')}
      subtitle={t('rules.subtitle')}
      breadcrumbs={[{ label: t('title'), href: paths.allocations.href() }]}
      actions={
        proposed === null && (
          <ActionButton of={data} to="propose" onClick={() => setOpen(true)}>
            {t('rules.propose')}
          </ActionButton>
        )
      }
    >
      <Stack gap="md">
        {proposed !== null && <ProposedRules proposed={proposed} />}
        <Section id="in-force" title={t('rules.inForce')} description={signedBy}>
          <RulesTable rules={rules} caption={t('rules.inForce')} />
        </Section>
      </Stack>
      {isOpen && <RulesDialog rules={rules} onClose={() => setOpen(false)} />}
    </Page>
  )
}
