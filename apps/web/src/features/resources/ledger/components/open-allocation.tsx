import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { paths } from '../../../../paths.ts'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Dialog } from '../../../../ui/layer/dialog.tsx'
import { allocationQuery } from '../../requests/api.ts'
import { AllocationCard } from './allocation-card.tsx'

type Props = { id: string; onClose: () => void }

/** The request an address names, over the list it belongs to. */
export const OpenAllocation = ({ id, onClose }: Props) => {
  const { t } = useTranslation('resources/requests')
  const navigate = useNavigate()
  const isOpen = id !== ''
  const { data, error, isPending } = useQuery({ ...allocationQuery(id), enabled: isOpen })
  return (
    <Dialog opened={isOpen} onClose={onClose} size={1000} title={t('list.one')}>
      {isPending && <PanelSkeleton />}
      <ProblemAlert error={error} />
      {data !== undefined && (
        <AllocationCard
          allocation={data}
          showsProgram
          onEdit={() => void navigate(paths.editAllocation.href(data.id))}
        />
      )}
    </Dialog>
  )
}
