import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../../ui/feedback/action-button.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { ceilingChangesQuery } from '../../envelopes/api.ts'
import { CeilingChanges } from '../../envelopes/components/ceiling-changes.tsx'
import { CeilingDialog } from '../../envelopes/components/ceiling-dialog.tsx'
import { TransferDialog } from '../../envelopes/components/transfer-dialog.tsx'

/** The ceiling of an envelope: every change it had, and the way to propose another. */
export const CeilingSection = ({ envelope }: { envelope: Envelope }) => {
  const { t } = useTranslation('resources/envelopes')
  const [open, setOpen] = useState<'ceiling' | 'transfer' | null>(null)
  const { data, error, isPending, refetch } = useQuery(ceilingChangesQuery({ envelopeId: envelope.id }))
  return (
    <Section
      id="ceiling"
      title={t('ceiling.title')}
      description={t('ceiling.description')}
      actions={
        <>
          <ActionButton of={envelope} to="change" variant="default" onClick={() => setOpen('transfer')}>
            {t('transfer.open')}
          </ActionButton>
          <ActionButton of={envelope} to="change" variant="default" onClick={() => setOpen('ceiling')}>
            {t('ceiling.propose')}
          </ActionButton>
        </>
      }
    >
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {data !== undefined && <CeilingChanges changes={data} of={envelope.id} />}
      {open === 'ceiling' && <CeilingDialog envelope={envelope} onClose={() => setOpen(null)} />}
      {open === 'transfer' && <TransferDialog envelope={envelope} onClose={() => setOpen(null)} />}
    </Section>
  )
}
