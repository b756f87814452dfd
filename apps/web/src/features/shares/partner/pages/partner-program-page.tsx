import { Stack } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { Flag } from '../../../../ui/display/flag.tsx'
import { Page } from '../../../../ui/page/page.tsx'
import { partnerViewQuery } from '../api.ts'
import { PartnerAsked } from '../components/partner-asked.tsx'
import { PartnerView } from '../components/partner-view.tsx'

/** One program as my organization sees it: what is asked of us first, then how it goes. */
export const PartnerProgramPage = () => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const { id = '' } = useParams()
  const { data: view } = useSuspenseQuery(partnerViewQuery(id))
  const { reference, title, countryCode } = view.program
  return (
    <Page
      title={format.text(title)}
      breadcrumbs={[{ label: t('home'), href: paths.home.href() }]}
      subtitle={
        <>
          {countryCode !== null && (
            <>
              <Flag code={countryCode} /> {format.country(countryCode)} ·{' '}
            </>
          )}
          {reference} · {t('asOf', { at: format.dateTime(view.asOf) })} ·{' '}
          {t('sharedUntil', { on: format.day(view.expiresOn) })}
        </>
      }
    >
      <Stack gap="md">
        <PartnerAsked programId={id} />
        <PartnerView view={view} />
      </Stack>
    </Page>
  )
}
