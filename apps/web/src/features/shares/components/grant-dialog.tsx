import { newShare, type Section as Part, section } from '@entente/shared/shares/contract'
import { Checkbox, Group, PasswordInput, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { checkedBy, fieldOf } from '../../../lib/form/form.ts'
import { FormDialog } from '../../../ui/form/form-dialog.tsx'
import { OrganizationSelect } from '../../organizations/components/organization-select.tsx'
import { useGrantShare } from '../api.ts'

type Props = { programId: string; onClose: () => void; onLink: (url: string) => void }
type Values = {
  kind: 'organization' | 'link'
  organizationId: string
  sections: Part[]
  expiresOn: string
  password: string
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** A link shows nobody's contributions: it does not offer them. */
const sectionsOf = (kind: Values['kind']) =>
  section.options.filter((part) => kind === 'organization' || part !== 'contributions')

const bodyOf = ({ kind, organizationId, password, sections, expiresOn }: Values) => ({
  kind,
  sections: sectionsOf(kind).filter((part) => sections.includes(part)),
  expiresOn,
  ...(kind === 'organization' && { organizationId }),
  ...(kind === 'link' && password !== '' && { password }),
})

/** Lets someone outside see some sections until a day: an organization by its accounts, or whoever holds a link. */
export const GrantDialog = ({ programId, onClose, onLink }: Props) => {
  const { t } = useTranslation('shares')
  const grant = useGrantShare()
  const form = useForm<Values>({
    initialValues: {
      kind: 'organization',
      organizationId: '',
      sections: ['overview', 'milestones'],
      expiresOn: inDays(180),
      password: '',
    },
    validate: (values) => checkedBy(newShare)(bodyOf(values)),
  })
  const isLink = form.values.kind === 'link'
  return (
    <FormDialog
      form={form}
      command={grant}
      request={(values) => ({ params: { id: programId }, body: bodyOf(values) })}
      title={t('grant.title')}
      action={t(isLink ? 'grant.makeLink' : 'grant.action')}
      onDone={({ url }) => (url === null ? onClose() : onLink(url))}
      onClose={onClose}
    >
      <Radio.Group label={t('grant.with')} {...form.getInputProps('kind')}>
        <Group gap="md" mt={4}>
          <Radio value="organization" label={t('kind.organization')} />
          <Radio value="link" label={t('kind.link')} />
        </Group>
      </Radio.Group>
      {!isLink && <OrganizationSelect label={t('organization')} {...fieldOf(form, 'organizationId')} />}
      <Checkbox.Group label={t('grant.sections')} {...form.getInputProps('sections')}>
        <Stack gap={6} mt={4}>
          {sectionsOf(form.values.kind).map((value) => (
            <Checkbox key={value} value={value} label={t(`part.${value}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput type="date" label={t('grant.until')} required {...form.getInputProps('expiresOn')} />
      {isLink && (
        <PasswordInput
          label={t('grant.password')}
          description={t('grant.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('grant.showPassword') }}
          {...form.getInputProps('password')}
        />
      )}
    </FormDialog>
  )
}
