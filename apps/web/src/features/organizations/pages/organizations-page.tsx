import type { Organization } from '@entente/shared/organizations/contract'
import { ActionIcon, Box, Button, Text } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { IconBuildingCommunity, IconEdit, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { folded } from '../../../lib/navigation/use-url-filters.ts'
import { useFormat } from '../../../lib/format/format.ts'
import { BilingualText } from '../../../ui/display/bilingual-text.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../ui/feedback/empty-state.tsx'
import { Flag } from '../../../ui/display/flag.tsx'
import { StatusBadge, type StatusKind } from '../../../ui/feedback/status-badge.tsx'
import { Page } from '../../../ui/page/page.tsx'
import { SearchField } from '../../../ui/form/search-field.tsx'
import { sessionQuery } from '../../users/api.ts'
import { organizationsQuery } from '../api.ts'
import { OrganizationDialog } from '../components/organization-dialog.tsx'

const diligence = {
  notStarted: 'neutral',
  inProgress: 'waiting',
  cleared: 'proven',
  refused: 'blocked',
} as const satisfies Record<Organization['dueDiligence'], StatusKind>

const useColumns = (onEdit: (organization: Organization) => void): Column<Organization>[] => {
  const { t } = useTranslation('organizations')
  const format = useFormat()
  return [
    {
      id: 'name',
      header: t('field.name'),
      isName: true,
      cell: ({ acronym, name }) => (
        <>
          {acronym !== null && `${acronym} · `}
          <Text component="span" size="sm" fw={acronym === null ? 550 : 400}>
            <BilingualText value={name} />
          </Text>
        </>
      ),
    },
    { id: 'type', header: t('field.type'), cell: ({ type }) => t(`type.${type}`) },
    {
      id: 'country',
      header: t('field.country'),
      cell: ({ countryCode: code }) =>
        code !== null && (
          <span>
            <Flag code={code} /> {format.country(code)}
          </span>
        ),
    },
    {
      id: 'dueDiligence',
      header: t('field.dueDiligence'),
      cell: ({ dueDiligence: state }) => (
        <StatusBadge kind={diligence[state]}>{t(`dueDiligence.${state}`)}</StatusBadge>
      ),
    },
    {
      id: 'edit',
      header: t('edit'),
      cell: (organization) =>
        organization.can.includes('edit') && (
          <ActionIcon
            aria-label={t('editOne', { name: organization.acronym ?? format.text(organization.name) })}
            onClick={() => onEdit(organization)}
          >
            <IconEdit size={16} aria-hidden />
          </ActionIcon>
        ),
    },
  ]
}

/** Partners, hosts, funders and networks: one register for all programs. */
export const OrganizationsPage = () => {
  const { t } = useTranslation('organizations')
  const { data: all } = useSuspenseQuery(organizationsQuery)
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState<{ organization?: Organization } | null>(null)
  const q = search.get('q') ?? ''
  const rows = all.filter(({ acronym, name }) =>
    folded(`${acronym ?? ''} ${name.fr} ${name.en ?? ''}`).includes(folded(q.trim())),
  )
  const canAdd = session?.can.includes('addOrganization') ?? false
  const add = canAdd && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen({})}>
      {t('add')}
    </Button>
  )
  return (
    <Page title={t('title')} actions={add}>
      <Box mb="sm">
        <SearchField
          label={t('search')}
          value={q}
          width={320}
          onChange={(text) => setSearch(text === '' ? {} : { q: text }, { replace: true })}
        />
      </Box>
      <DataTable
        caption={t('caption', { count: rows.length })}
        columns={useColumns((organization) => setOpen({ organization }))}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconBuildingCommunity} title={t(q === '' ? 'empty' : 'noMatch')} action={q === '' && add} />
        }
      />
      {open !== null && <OrganizationDialog organization={open.organization} onClose={() => setOpen(null)} />}
    </Page>
  )
}
