import { Divider, Stack, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconGavel } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
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
  const canDecide = data.can.includes('decide')
  return (
    <Stack gap="md">
      <Section id="outcome" title={t('title')} description={t('description')}>
        {data.decisions.length === 0 && !canDecide && (
          <EmptyState icon={IconGavel} title={t('empty')}>
            {data.cannot.decide}
          </EmptyState>
        )}
        <DecisionList decisions={data.decisions} />
        {canDecide && (
          <>
            {data.decisions.length > 0 && <Divider my="md" />}
            {program.stage !== 'decision' && data.outcomes.includes('accept') && (
              <Text size="sm">{t('decide.again')}</Text>
            )}
            <DecideForm key={`${program.stage} ${data.decisions.length}`} program={program} outcomes={data.outcomes} />
          </>
        )}
      </Section>
      <Authorizations program={program} />
      <Waivers waivers={data.waivers} />
    </Stack>
  )
}
