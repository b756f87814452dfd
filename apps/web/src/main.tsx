import './app/mantine-styles.ts'
import '@fontsource-variable/inter/wght.css'
import './app/fonts.css'
import './app/theme.css'
import { askForPage } from './app/first-page.ts'
import { reloadWhenStale } from './lib/stale-build.ts'

// Small, so that it runs while the rest is still on its way.
reloadWhenStale()
askForPage(location.pathname)
void import('./app/begin.tsx').then(({ begin }) => begin())
