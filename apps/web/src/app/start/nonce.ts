declare global {
  var __webpack_nonce__: string | undefined
}

/** The nonce of this answer of index.html: the only `<style>` elements the policy lets in carry it. */
export const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Hands the nonce to the libraries that look for it under webpack's name (Mantine's scroll lock). */
export const adoptStyleNonce = () => {
  globalThis.__webpack_nonce__ = styleNonce()
}
