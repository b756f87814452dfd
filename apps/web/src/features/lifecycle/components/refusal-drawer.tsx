import type { ProgramSummary } from '@entente/shared/programs/contract'
import type { Stage } from '@entente/shared/programs/workflow'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { useStageName } from '../../programs/components/use-stage-name.ts'
import { RefusedGates } from './refused-gates.tsx'
import { SidePanel } from '../../../ui/layer/dialog.tsx'

export type Refusal = { card: ProgramSummary; to: Stage; error: unknown }

/** Why a card travelled back, and where to mend it. */
export const RefusalDrawer = ({ refusal, onClose }: { refusal: Refusal; onClose: () => void }) => {
  const { t } = useTranslation(['lifecycle', 'ui'])
  const format = useFormat()
  const stageName = useStageName()
  const { card, to, error } = refusal
  return (
    <SidePanel
      opened
      size="md"
      onClose={onClose}
      title={t('lifecycle:refused.title', { reference: card.reference, stage: stageName(to) })}
    >
      <Text size="sm" mb="sm">
        {format.text(card.title)}
      </Text>
      <RefusedGates programId={card.id} to={to} error={error} onFollow={onClose} />
    </SidePanel>
  )
}
