import './app/theme/mantine-styles.ts'
import '@fontsource-variable/inter/wght.css'
import './app/theme/fonts.css'
import './app/theme/theme.css'
import { prefetchPage } from './app/routing/prefetch-page.ts'
import { reloadWhenStale } from './app/start/stale-build.ts'

// Small, so that it runs while the rest is still on its way.
reloadWhenStale()
prefetchPage(location.pathname)
void import('./app/start/start-app.tsx').then(({ begin }) => begin())
