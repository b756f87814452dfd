import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { users } from '@entente/shared/users/contract'
import { useTranslation } from 'react-i18next'
import { Navigate, useLocation } from 'react-router'
import { checkedBy, showProblem } from '../../../lib/form/form.ts'
import { paths } from '../../../paths.ts'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { useSetUp } from '../api.ts'
import { EntryCard } from '../components/entry-card.tsx'

/** The one-time link of a new installation: whoever holds it becomes the first administrator. */
export const SetUpPage = () => {
  const { t } = useTranslation('users')
  const token = useLocation().hash.slice(1)
  const setUp = useSetUp()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { token, name: '', email: '', password: '' },
    validate: checkedBy(users.setUp.body),
  })
  if (setUp.isSuccess) return <Navigate replace to={paths.home.href()} />
  return (
    <EntryCard title={t('setUp.title')}>
      <form
        noValidate
        onSubmit={form.onSubmit((body) => setUp.mutate(body, { onError: (error) => showProblem(form, error) }))}
      >
        <Stack gap="sm">
          <Title order={1}>{t('setUp.title')}</Title>
          <p>{t('setUp.detail')}</p>
          <ProblemAlert error={setUp.error} />
          <TextInput
            label={t('setUp.name')}
            autoComplete="name"
            required
            key={form.key('name')}
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            autoComplete="username"
            required
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('signIn.password')}
            description={t('setUp.passwordRule')}
            autoComplete="new-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={setUp.isPending}>
            {t('setUp.submit')}
          </Button>
        </Stack>
      </form>
    </EntryCard>
  )
}
