import { partnerships } from '@entente/shared/partnerships/contract'
import { useTranslation } from 'react-i18next'
import { useFormOf } from '../../../../lib/form/use-form-of.ts'
import { announce } from '../../../../ui/feedback/announcer.tsx'
import { FormDialog } from '../../../../ui/form/form-dialog.tsx'
import { useContribute } from '../../../partnerships/api.ts'
import { ContributionFields, contributionStart } from '../../../partnerships/components/contribution-fields.tsx'

/** Reports what one's organization brings. */
export const PartnerContribution = ({ programId, onClose }: { programId: string; onClose: () => void }) => {
  const { t } = useTranslation('shares/partner')
  const contribute = useContribute()
  const form = useFormOf(partnerships.contribute, contributionStart)
  return (
    <FormDialog
      form={form}
      command={contribute}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('contribution.title')}
      action={t('contribution.send')}
      onDone={() => {
        announce(t('contribution.done'))
        onClose()
      }}
      onClose={onClose}
    >
      <ContributionFields form={form} label={t('contribution.what')} />
    </FormDialog>
  )
}
