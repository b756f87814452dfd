import type { PartnerView } from '@entente/shared/shares/partner/contract'
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../../lib/format/format.ts'
import { Facts } from '../../../../ui/display/facts.tsx'
import { StatusBadge } from '../../../../ui/feedback/status-badge.tsx'
import { PollingDay } from '../../../programs/components/polling-day.tsx'
import { usePrinciples } from '../../../programs/components/use-principles.ts'
import { useStageName } from '../../../programs/components/use-stage-name.ts'
import styles from './partner-view.module.css'

const kinds = { proven: 'proven', kept: 'proven', underWay: 'neutral' } as const

/** Where the program stands, with whom, and which principles are met. */
export const PartnerOverview = ({ overview }: { overview: NonNullable<PartnerView['overview']> }) => {
  const { t } = useTranslation(['shares/partner', 'partnerships'])
  const format = useFormat()
  const stageName = useStageName()
  const principleOf = usePrinciples()
  const { stage, stageSince, suspended, pollingOn, compass, partners, contact } = overview
  return (
    <>
      <Facts
        facts={[
          {
            label: t('shares/partner:fact.stage'),
            value: (
              <>
                {t('shares/partner:fact.stageSince', { stage: stageName(stage), on: format.date(stageSince) })}{' '}
                {suspended && <StatusBadge kind="waiting">{t('shares/partner:fact.suspended')}</StatusBadge>}
              </>
            ),
          },
          ...(pollingOn === null
            ? []
            : [{ label: t('shares/partner:fact.polling'), value: <PollingDay on={pollingOn} /> }]),
          {
            label: t('shares/partner:fact.partners'),
            value: format.list(partners.map(({ name, role }) => `${name} (${t(`partnerships:role.${role}`)})`)),
          },
          { label: t('shares/partner:fact.contact'), value: contact },
        ]}
      />
      <Text fw={600} mt="sm" mb={4}>
        {t('shares/partner:principles')}
      </Text>
      <ul className={styles.principles}>
        {compass.map(({ principle, state }) => (
          <li key={principle}>
            <StatusBadge kind={kinds[state]} plain>
              {t('shares/partner:principle', {
                name: principleOf(principle).name,
                state: t(`shares/partner:met.${state}`),
              })}
            </StatusBadge>
          </li>
        ))}
      </ul>
    </>
  )
}
