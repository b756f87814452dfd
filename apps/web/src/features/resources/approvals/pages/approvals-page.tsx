import type { Allocation } from '@entente/shared/resources/requests/allocation-contract'
import { isApproved } from '@entente/shared/resources/requests/workflow'
import { Alert, Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconChecklist } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../../../paths.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { inboxQuery } from '../api.ts'
import { CeilingInbox } from '../components/ceiling-inbox.tsx'
import { DelegationBanner, Delegations } from '../../delegations/components/delegations.tsx'
import { InboxBlock } from '../components/inbox-block.tsx'
import { useTotals } from '../../requests/components/use-totals.ts'

const useOutcome = () => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const totals = useTotals()
  return (allocation: Allocation) => {
    const total = totals(allocation.lines.map(({ unit, approved }) => ({ unit, amount: approved ?? '0' })))
    const name = allocation.program?.reference ?? t('general')
    return t(`inbox.done.${allocation.state}`, { name, total })
  }
}

/** What waits for my decision, each line with its envelope before and after. */
export const ApprovalsPage = () => {
  const { t } = useTranslation(['resources/approvals', 'resources/requests'])
  const { data: items } = useSuspenseQuery(inboxQuery())
  const outcomeOf = useOutcome()
  const [decided, setDecided] = useState<Allocation | null>(null)
  const settle = (allocation: Allocation) => {
    announce(outcomeOf(allocation))
    setDecided(allocation)
  }
  return (
    <Page title={t('inbox.title')} subtitle={t('inbox.subtitle')}>
      <Stack gap="md">
        <DelegationBanner />
        {decided !== null && (
          <Alert
            color={isApproved(decided) ? 'proven' : 'waiting'}
            title={outcomeOf(decided)}
            withCloseButton
            closeButtonLabel={t('close')}
            onClose={() => setDecided(null)}
          >
            <Link to={`${paths.allocations.href()}?allocation=${decided.id}`}>{t('inbox.see')}</Link>
          </Alert>
        )}
        {items.length === 0 && (
          <EmptyState
            icon={IconChecklist}
            title={t('inbox.empty')}
            action={<LinkButton to={paths.allocations.href()}>{t('inbox.all')}</LinkButton>}
          />
        )}
        {items.map((item) => (
          <InboxBlock key={item.allocation.id} item={item} onDecided={settle} />
        ))}
        <CeilingInbox />
        <Delegations />
      </Stack>
    </Page>
  )
}
