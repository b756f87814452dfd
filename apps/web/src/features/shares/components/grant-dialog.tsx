import { section, type ShareKind, shares } from '@entente/shared/shares/contract'
import { Checkbox, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFields, useFormOf } from '../../../lib/form/use-form-of.ts'
import { addDays, today } from '../../../lib/format/days.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { OrganizationSelect } from '../../organizations/components/organization-select.tsx'
import { useGrantShare } from '../api.ts'

type Props = { programId: string; onClose: () => void; onLink: (url: string) => void }

/** A link shows nobody's contributions: it does not offer them. */
const sectionsOf = (kind: ShareKind) =>
  section.options.filter((part) => kind === 'organization' || part !== 'contributions')

/** Lets someone outside see some sections until a day: an organization by its accounts, or whoever holds a link. */
export const GrantDialog = ({ programId, onClose, onLink }: Props) => {
  const { t } = useTranslation('shares')
  const grant = useGrantShare()
  const form = useFormOf(shares.grant, {
    start: { kind: 'organization', sections: ['overview', 'milestones'], expiresOn: addDays(today(), 180) },
    sent: ({ kind, sections }) => ({
      sections: sectionsOf(kind).filter((part) => sections.includes(part)),
      ...(kind === 'organization' ? { password: '' } : { organizationId: '' }),
    }),
  })
  const field = useFields(form, 'shares:grant')
  const isLink = form.values.kind === 'link'
  return (
    <FormDialog
      form={form}
      command={grant}
      request={(body) => ({ params: { id: programId }, body })}
      title={t('grant.title')}
      action={t(isLink ? 'grant.makeLink' : 'grant.action')}
      onDone={({ url }) => (url === null ? onClose() : onLink(url))}
      onClose={onClose}
    >
      <Radio.Group {...field('kind', t('grant.with'))}>
        <Group gap="md" mt={4}>
          <Radio value="organization" label={t('kind.organization')} />
          <Radio value="link" label={t('kind.link')} />
        </Group>
      </Radio.Group>
      {!isLink && <OrganizationSelect {...field('organizationId', t('organization'))} />}
      <Checkbox.Group {...field('sections')}>
        <Stack gap={6} mt={4}>
          {sectionsOf(form.values.kind).map((value) => (
            <Checkbox key={value} value={value} label={t(`part.${value}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput {...field('expiresOn', t('grant.until'))} type="date" />
      {isLink && (
        <PasswordInput
          {...field('password')}
          description={t('grant.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('grant.showPassword') }}
        />
      )}
    </FormDialog>
  )
}
