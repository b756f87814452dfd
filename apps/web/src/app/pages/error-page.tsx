import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, useRouteError } from 'react-router'
import { Page } from '../../ui/page/page.tsx'
import { ProblemAlert } from '../../ui/feedback/problem-alert.tsx'
import { isProblem } from '../../lib/api/problem.ts'
import { NotFoundPage } from './not-found-page.tsx'

/** A page that is closed to someone is none for them, whatever its address. */
const isNone = (error: unknown) =>
  isProblem(error, 'not-found') ||
  isProblem(error, 'closed-to-role') ||
  (isRouteErrorResponse(error) && error.status === 404)

/** Where a page ends that could not be shown. */
export const ErrorPage = () => {
  const { t } = useTranslation('app')
  const error = useRouteError()
  if (isNone(error)) return <NotFoundPage />
  return (
    <Page title={t('error.title')}>
      <ProblemAlert error={error} onRetry={() => location.reload()} />
    </Page>
  )
}
