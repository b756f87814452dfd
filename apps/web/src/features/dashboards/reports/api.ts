import { envelopes } from '@entente/shared/resources/envelopes/contract'
import type { RequestOf } from '@entente/shared/kernel/endpoint'
import { type ReportBy, reports } from '@entente/shared/dashboards/reports/contract'
import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { call, urlOf } from '../../../lib/api/call.ts'
import { download } from '../../../lib/api/download.ts'
import { currentLocale } from '../../../lib/i18n/i18n.ts'

export type FileFormat = 'csv' | 'xlsx'
export type ReportFile = 'resourcesFile' | 'envelopesFile' | 'ledgerFile'
export type FileQuery = Record<string, string>

export const resourcesReportQuery = (by: ReportBy, fiscalYear: string) =>
  queryOptions({
    queryKey: ['dashboards', 'reports', 'resources', by, fiscalYear, currentLocale()],
    queryFn: () => call(reports.resources, { query: { by, ...(by !== 'fiscalYear' && { fiscalYear }) } }),
    placeholderData: keepPreviousData,
  })

type EnvelopesAsked = NonNullable<RequestOf<typeof envelopes.list>['query']>

/** The envelopes of a fiscal year at the end of a day. */
export const envelopesOnQuery = (asked: EnvelopesAsked) =>
  queryOptions({
    queryKey: ['dashboards', 'reports', 'envelopes', asked],
    queryFn: async () => (await call(envelopes.list, { query: asked })).items,
    placeholderData: keepPreviousData,
  })

/** Hands a report over as a file in the language of the interface. */
export const useReportFile = (report: ReportFile, query: FileQuery) =>
  useMutation({
    mutationFn: (format: FileFormat) =>
      download(urlOf(reports[report], { query: { ...query, format } }), null, { 'Accept-Language': currentLocale() }),
  })
