import { IconCompass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../paths.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { LinkButton } from '../../ui/page/link-button.tsx'
import { Page } from '../../ui/page/page.tsx'

export const NotFoundPage = () => {
  const { t } = useTranslation('app')
  return (
    <Page title={t('notFound.title')}>
      <EmptyState
        icon={IconCompass}
        title={t('notFound.message')}
        action={<LinkButton to={paths.home.href()}>{t('notFound.action')}</LinkButton>}
      />
    </Page>
  )
}
