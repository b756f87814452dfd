import { outcomesAt } from '@entente/shared/decisions/rules'
import { Divider, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconGavel } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Section } from '../../../ui/section.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { programDecisionsQuery } from '../api.ts'
import { Authorizations } from '../components/authorizations.tsx'
import { DecideForm } from '../components/decide-form.tsx'
import { DecisionList } from '../components/decision-list.tsx'
import { Waivers } from '../components/waivers.tsx'

/** What was decided, on whose authority, and which gates were lifted. */
export const ProgramDecisionPage = () => {
  const { t } = useTranslation('decisions')
  const program = useProgram()
  const { data } = useSuspenseQuery(programDecisionsQuery(program.id))
  const canDecide = data.can.includes('decide') && outcomesAt(program.path, program.stage).length > 0
  return (
    <Stack gap="md">
      <Section id="outcome" title={t('title')} description={t('description')}>
        {data.decisions.length === 0 && !canDecide && <EmptyState icon={IconGavel} title={t('empty')} />}
        <DecisionList decisions={data.decisions} />
        {canDecide && (
          <>
            {data.decisions.length > 0 && <Divider my="md" />}
            <DecideForm key={`${program.stage} ${data.decisions.length}`} program={program} />
          </>
        )}
      </Section>
      <Authorizations program={program} />
      <Waivers waivers={data.waivers} />
    </Stack>
  )
}
