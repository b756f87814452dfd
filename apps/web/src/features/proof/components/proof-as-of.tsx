import type { Program } from '@entente/shared/programs/contract'
import { Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../lib/format/format.ts'
import { PanelSkeleton } from '../../../ui/feedback/page-skeleton.tsx'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { proofQuery } from '../api.ts'
import { ProofGates } from './proof-gates.tsx'

/** Every gate of a program as it stood at the end of any day since it was registered. */
export const ProofAsOf = ({ program }: { program: Pick<Program, 'id' | 'createdAt'> }) => {
  const { t } = useTranslation('proof')
  const format = useFormat()
  const [asOf, setAsOf] = useState('')
  const { data, error, isPending, refetch } = useQuery(proofQuery(program.id, asOf === '' ? undefined : asOf))
  const shown = data?.gates.filter(({ phase, state }) => phase !== 'ahead' && state !== 'notApplicable')
  return (
    <Section id="proof" title={t('asOf.title')} description={t('asOf.description')}>
      <Stack gap="xs">
        <TextInput
          type="date"
          label={t('asOf.day')}
          maw={180}
          value={asOf}
          onChange={(event) => setAsOf(event.currentTarget.value)}
        />
        {isPending && <PanelSkeleton />}
        <ProblemAlert error={error} onRetry={() => void refetch()} />
        {data !== undefined && shown !== undefined && (
          <>
            <Text size="sm">{t('asOf.on', { on: format.day(data.asOf), count: shown.length })}</Text>
            <ProofGates gates={shown} label={t('asOf.title')} />
          </>
        )}
      </Stack>
    </Section>
  )
}
