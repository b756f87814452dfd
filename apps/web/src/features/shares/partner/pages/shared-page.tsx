import { Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { isProblem } from '../../../../lib/api/problem.ts'
import { useFormat } from '../../../../lib/format/format.ts'
import { Flag } from '../../../../ui/display/flag.tsx'
import { PageSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { linkedViewQuery } from '../api.ts'
import { LinkPageFrame } from '../components/link-page-frame.tsx'
import { LinkPassword } from '../components/link-password.tsx'
import { PartnerView } from '../components/partner-view.tsx'

/** A program through a shared link: read only, no account, until the day it says. */
export const SharedPage = () => {
  const { t } = useTranslation('shares/partner')
  const format = useFormat()
  const { token = '' } = useParams()
  const [password, setPassword] = useState('')
  const { data, error, isPending, isFetching, refetch } = useQuery({
    ...linkedViewQuery(token, password),
    placeholderData: keepPreviousData,
  })
  const needsPassword = isProblem(error, 'wrong-credentials') || (password !== '' && isFetching && data === undefined)
  if (needsPassword || isProblem(error, 'too-many-attempts'))
    return (
      <LinkPageFrame title={t('link.protected')}>
        <LinkPassword
          error={error}
          wasTried={password !== ''}
          isBusy={isFetching}
          onTry={(typed) => (typed === password ? void refetch() : setPassword(typed))}
        />
      </LinkPageFrame>
    )
  if (isProblem(error, 'not-found'))
    return (
      <LinkPageFrame title={t('link.gone')}>
        <Text>{t('link.goneDetail')}</Text>
      </LinkPageFrame>
    )
  if (error !== null)
    return (
      <LinkPageFrame title={t('link.failed')}>
        <ProblemAlert error={error} onRetry={() => void refetch()} />
      </LinkPageFrame>
    )
  if (isPending) return <PageSkeleton />
  const { reference, title, countryCode } = data.program
  return (
    <LinkPageFrame
      title={format.text(title)}
      subtitle={
        <>
          {countryCode !== null && (
            <>
              <Flag code={countryCode} /> {format.country(countryCode)} ·{' '}
            </>
          )}
          {reference} · {t('asOf', { at: format.dateTime(data.asOf) })} ·{' '}
          <strong>{t('link.until', { on: format.day(data.expiresOn) })}</strong>
        </>
      }
    >
      <PartnerView view={data} password={password} />
    </LinkPageFrame>
  )
}
