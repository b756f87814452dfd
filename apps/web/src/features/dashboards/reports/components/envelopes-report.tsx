import type { Envelope } from '@entente/shared/resources/envelopes/contract'
import { Anchor, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../../lib/format/format.ts'
import { paths } from '../../../../paths.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { EmptyState } from '../../../../ui/feedback/empty-state.tsx'
import { PanelSkeleton } from '../../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../../ui/page/section.tsx'
import { today } from '../../../../lib/format/days.ts'
import { useEnvelopeName } from '../../../resources/envelopes/components/use-envelope-name.ts'
import { envelopesOnQuery } from '../api.ts'
import { FileButtons } from './file-buttons.tsx'

const amounts = ['ceiling', 'spent', 'committed', 'reserved', 'available'] as const

type Props = { fiscalYear: string; asOf: string; onDay: (day: string) => void }

/** Every envelope of a fiscal year as it stood at the end of a day; each figure leads to its entries. */
export const EnvelopesReport = ({ fiscalYear, asOf, onDay }: Props) => {
  const { t } = useTranslation('dashboards/reports')
  const format = useFormat()
  const nameOf = useEnvelopeName()
  const asked = { fiscalYear, asOf }
  const { data, error, isPending, refetch } = useQuery(envelopesOnQuery(asked))
  const columns: Column<Envelope>[] = [
    { id: 'envelope', header: t('envelope'), isName: true, cell: (row) => nameOf(row) },
    ...amounts.map((name) => ({
      id: name,
      header: t(name),
      numeric: true,
      cell: (row: Envelope) => (
        <Anchor component={Link} to={`${paths.ledger.href()}?envelopeId=${row.id}&asOf=${asOf}`}>
          {format.quantity(row[name], row.unit)}
        </Anchor>
      ),
    })),
  ]
  const title = t('envelopes')
  return (
    <Section
      id="envelopes"
      title={title}
      description={t('standing', { on: format.day(asOf) })}
      actions={<FileButtons report="envelopesFile" query={asked} title={title} />}
    >
      <TextInput
        type="date"
        label={t('asOf')}
        maw={220}
        mb="sm"
        max={today()}
        value={asOf}
        onChange={(event) => onDay(event.currentTarget.value)}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <PanelSkeleton />}
      {data !== undefined && (
        <DataTable
          caption={title}
          isCaptionHidden
          columns={columns}
          rows={data}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('noEnvelope')} />}
        />
      )}
    </Section>
  )
}
