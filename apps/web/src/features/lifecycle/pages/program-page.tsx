import type { Program } from '@entente/shared/programs/contract'
import { suspensionCauses } from '@entente/shared/programs/workflow'
import { Alert, Stack } from '@mantine/core'
import { IconPlayerPause } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useMatch } from 'react-router'
import { useFormat } from '../../../lib/format/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../paths.ts'
import { Page } from '../../../ui/page/page.tsx'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { CountryName } from '../../programs/components/country-name.tsx'
import { PollingDay } from '../../programs/components/polling-day.tsx'
import { useProgram } from '../../programs/components/use-program.ts'
import { CompassRow } from '../../proof/components/compass-row.tsx'
import { ProgramActions } from '../components/program-actions.tsx'
import { ProgramSections } from '../components/program-sections.tsx'
import { StagePath } from '../components/stage-path.tsx'

// Most programs have nothing to put right: what says so comes when there is something.
const PutRightAlert = lazy(async () => ({
  default: (await import('../../proof/components/put-right-alert.tsx')).PutRightAlert,
}))

const Subtitle = ({ program }: { program: Program }) => {
  const { t } = useTranslation('lifecycle')
  const otherLanguage = useLocale() === 'fr' ? 'en' : 'fr'
  const other = program.title[otherLanguage]
  return (
    <>
      {other !== null && <div lang={otherLanguage}>{other}</div>}
      <div>
        <CountryName countryCode={program.countryCode} scope={program.scope} /> · {t(`pathName.${program.path}`)} ·{' '}
        {program.coordinator.name}
        {program.pollingOn !== null && (
          <>
            {' · '}
            {t('polling')} <PollingDay on={program.pollingOn} />
          </>
        )}
      </div>
    </>
  )
}

const SuspendedAlert = ({ suspended }: Pick<Program, 'suspended'>) => {
  const { t } = useTranslation('lifecycle')
  const locale = useLocale()
  const format = useFormat()
  if (suspended === null) return null
  return (
    <Alert
      color="waiting"
      icon={<IconPlayerPause aria-hidden />}
      title={t('suspended.title', { cause: suspensionCauses[suspended.cause][locale] })}
    >
      {t('suspended.detail', { at: format.date(suspended.since), by: suspended.by })} {suspended.note}
    </Alert>
  )
}

/** One dossier: where it stands, what proves it, what comes next; its parts below. */
export const ProgramPage = () => {
  const { t } = useTranslation('lifecycle')
  const format = useFormat()
  const program = useProgram()
  const isOverview = useMatch(paths.program.path) !== null
  return (
    <Page
      wide
      breadcrumbs={[
        { label: t('title'), href: paths.programs.href() },
        { label: program.reference, href: paths.program.href(program.id) },
      ]}
      title={format.text(program.title)}
      subtitle={<Subtitle program={program} />}
      actions={<ProgramActions program={program} />}
    >
      <SuspendedAlert suspended={program.suspended} />
      {program.toPutRight.length > 0 && (
        <Suspense>
          <PutRightAlert toPutRight={program.toPutRight} />
        </Suspense>
      )}
      {/* On a phone, the parts of a dossier come right under its name. */}
      <Stack gap="sm" mt="sm" {...(!isOverview && { visibleFrom: 'sm' })}>
        <StagePath program={program} />
        <CompassRow program={program} />
      </Stack>
      <ProgramSections id={program.id} />
      <Suspense fallback={<PanelSkeleton />}>
        <Outlet />
      </Suspense>
    </Page>
  )
}
