// Cached for a year under its name: a change takes the next number, here and in index.html.
// Runs before the first paint, so that a chosen theme never flashes; a file, because the policy allows no inline script.
{
  let chosen = null
  try {
    chosen = localStorage.getItem('entente.theme')
  } catch {}
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
}
