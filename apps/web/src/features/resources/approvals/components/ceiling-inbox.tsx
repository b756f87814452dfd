import { ceilingWorkflow } from '@entente/shared/resources/envelopes/workflow'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Section } from '../../../../ui/page/section.tsx'
import { ceilingChangesQuery } from '../../envelopes/api.ts'
import { CeilingChanges } from '../../envelopes/components/ceiling-changes.tsx'

/** Changes of ceilings that wait for a second person. */
export const CeilingInbox = () => {
  const { t } = useTranslation('resources/envelopes')
  const { data } = useSuspenseQuery(ceilingChangesQuery({ state: ceilingWorkflow.initial }))
  if (data.length === 0) return null
  return (
    <Section id="ceilings" title={t('ceiling.inbox')} description={t('ceiling.inboxDescription')}>
      <CeilingChanges changes={data} />
    </Section>
  )
}
