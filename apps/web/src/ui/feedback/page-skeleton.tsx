import { Container, Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** The outline of one panel while it loads. */
export const PanelSkeleton = () => {
  const { t } = useTranslation('ui')
  return (
    <Stack gap="xs" component="output" aria-busy aria-label={t('loading')}>
      <Skeleton height={20} width={240} />
      <Skeleton height={96} />
    </Stack>
  )
}

/** The outline of a page while it loads. */
export const PageSkeleton = () => (
  <Container size={1180} mx={0} p="lg">
    <Stack gap="lg">
      <Skeleton height={28} width={320} />
      <PanelSkeleton />
    </Stack>
  </Container>
)
