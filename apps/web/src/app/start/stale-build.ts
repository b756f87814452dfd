const key = 'entente.reloadedAt'

/** A page opened before a new version was installed asks for files that are gone: load it anew, once a minute at most. */
export const reloadWhenStale = () =>
  addEventListener('vite:preloadError', () => {
    if (Date.now() - Number(sessionStorage.getItem(key)) < 60_000) return
    sessionStorage.setItem(key, String(Date.now()))
    location.reload()
  })
