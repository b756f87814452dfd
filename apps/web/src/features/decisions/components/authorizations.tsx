import type { Program } from '@entente/shared/programs/contract'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { IconFileCertificate, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton } from '../../../ui/feedback/action-button.tsx'
import { useFormat } from '../../../lib/format/format.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { DocumentLink } from '../../documents/components/document-link.tsx'
import { authorizationsQuery, programDecisionsQuery } from '../api.ts'
import { AuthorizationDialog } from './authorization-dialog.tsx'
import { AuthorizationStanding } from './authorization-standing.tsx'

/** Government authorizations that cover the program. */
export const Authorizations = ({ program }: { program: Program }) => {
  const { t } = useTranslation('decisions')
  const format = useFormat()
  const { data } = useSuspenseQuery(programDecisionsQuery(program.id))
  const register = useQuery(authorizationsQuery)
  const [isAdding, setIsAdding] = useState(false)
  const add = (
    <ActionButton
      of={register.data}
      to="record"
      size="xs"
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={() => setIsAdding(true)}
    >
      {t('authorization.add')}
    </ActionButton>
  )
  return (
    <Section
      id="authorizations"
      title={t('authorization.heading')}
      description={t('authorization.description')}
      actions={data.authorizations.length > 0 && add}
    >
      <DataTable
        caption={t('authorization.heading')}
        isCaptionHidden
        rows={data.authorizations}
        rowKey={({ id }) => id}
        columns={[
          { id: 'number', header: t('authorization.number'), isName: true, cell: ({ number }) => number },
          { id: 'title', header: t('authorization.title'), cell: ({ title }) => title },
          {
            id: 'period',
            header: t('authorization.period'),
            cell: ({ startsOn, endsOn }) =>
              t('authorization.fromTo', { from: format.day(startsOn), to: format.day(endsOn) }),
          },
          {
            id: 'countries',
            header: t('authorization.countries'),
            cell: ({ countryCodes }) =>
              countryCodes.length === 0 ? t('authorization.all') : format.list(countryCodes.map(format.country)),
          },
          {
            id: 'document',
            header: t('authorization.document'),
            cell: ({ documentId }) => <DocumentLink id={documentId} />,
          },
          {
            id: 'state',
            header: t('authorization.standing'),
            cell: (authorization) => <AuthorizationStanding authorization={authorization} />,
          },
        ]}
        empty={<EmptyState icon={IconFileCertificate} title={t('authorization.empty')} action={add} />}
      />
      {isAdding && <AuthorizationDialog countryCode={program.countryCode} onClose={() => setIsAdding(false)} />}
    </Section>
  )
}
