import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { paths } from '../../../../paths.ts'
import { LinkButton } from '../../../../ui/page/link-button.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import type { LedgerFilter } from '../api.ts'
import { LedgerTable } from './ledger-table.tsx'
import { searchOf, useFilterWords } from './use-ledger-filter.ts'

type Props = { filter: LedgerFilter; envelope: Envelope | null; onEvery: () => void }

/** The entries a filter keeps, which ones these are, and the way to take them away. */
export const LedgerEntries = ({ filter, envelope, onEvery }: Props) => {
  const { t } = useTranslation('resources/ledger')
  const words = useFilterWords(filter)
  return (
    <Section
      id="entries"
      title={t('ledger.caption')}
      description={words.length > 0 && t('ledger.only', { filter: words.join(' · ') })}
      actions={
        <>
          {words.length > 0 && (
            <Button variant="default" onClick={onEvery}>
              {t('ledger.every')}
            </Button>
          )}
          <LinkButton to={`${paths.reports.href()}?${searchOf(filter)}#ledger`}>{t('ledger.export')}</LinkButton>
        </>
      }
    >
      <LedgerTable filter={filter} envelope={envelope} caption={t('ledger.caption')} isCaptionHidden />
    </Section>
  )
}
