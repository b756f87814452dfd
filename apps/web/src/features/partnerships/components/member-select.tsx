import { NativeSelect } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { programPartnershipsQuery } from '../api.ts'

type Props = {
  programId: string
  label: string
  value: string
  onChange: (organizationId: string) => void
  error?: unknown
  /** Only the host bodies. */
  isHost?: boolean
}

/** An organization of the program. */
export const MemberSelect = ({ programId, label, value, onChange, error, isHost = false }: Props) => {
  const { t } = useTranslation('partnerships')
  const { data } = useSuspenseQuery(programPartnershipsQuery(programId))
  const open = data.organizations.filter(({ role }) => !isHost || role === 'host')
  const named = new Map(open.map(({ organization }) => [organization.id, organization.name]))
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      data={[
        { value: '', label: t(named.size === 0 ? 'member.none' : 'member.choose') },
        ...[...named].map(([id, name]) => ({ value: id, label: name })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={typeof error !== 'string' ? null : value === '' ? t('member.required') : error}
    />
  )
}
