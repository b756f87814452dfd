import { Button, Divider, PasswordInput, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useSearchParams } from 'react-router'
import { ProblemAlert } from '../../../ui/feedback/problem-alert.tsx'
import { sessionQuery, serverQuery, useSignIn } from '../api.ts'
import { DemoAccounts } from '../components/demo-accounts.tsx'
import { EntryCard } from '../components/entry-card.tsx'

/** Only a path of this application: a link from elsewhere must not lead out of it. */
const destinationOf = (next: string | null) => (next !== null && /^\/(?![/\\])/.test(next) ? next : '/')

export const SignInPage = () => {
  const { t } = useTranslation('users')
  const [search] = useSearchParams()
  const session = useQuery(sessionQuery)
  const server = useQuery(serverQuery)
  const signIn = useSignIn()
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  if (session.data) return <Navigate replace to={destinationOf(search.get('next'))} />
  return (
    <EntryCard title={t('signIn.title')}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <Stack gap="sm">
          <Title order={1}>{t('signIn.title')}</Title>
          <ProblemAlert error={signIn.error} />
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
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={signIn.isPending}>
            {t('signIn.submit')}
          </Button>
        </Stack>
      </form>
      {server.data?.demo && (
        <>
          <Divider my="md" />
          <DemoAccounts isBusy={signIn.isPending} onChoose={signIn.mutate} />
        </>
      )}
    </EntryCard>
  )
}
