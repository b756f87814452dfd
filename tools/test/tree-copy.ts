import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const left = new Set(['node_modules', '.git', '.data', 'dist', 'test-results', 'playwright-report'])

/** A copy of the tree, to take something out of it. Whoever makes it removes it. */
export const copyTree = () => {
  const copy = mkdtempSync(join(tmpdir(), 'entente-mutants-'))
  const isWanted = (path: string) =>
    !path
      .slice(root.length)
      .split(sep)
      .some((part) => left.has(part))
  cpSync(root, copy, { recursive: true, filter: isWanted })
  linkPackages(copy)
  return copy
}

/** The libraries are shared with the tree; our own packages are the copy's, or a defence taken out there would stay. */
const linkPackages = (copy: string) => {
  const [libraries, linked] = [join(root, 'node_modules'), join(copy, 'node_modules')]
  mkdirSync(join(linked, '@entente'), { recursive: true })
  for (const name of readdirSync(libraries).filter((entry) => entry !== '@entente'))
    symlinkSync(join(libraries, name), join(linked, name))
  for (const name of readdirSync(join(libraries, '@entente'))) {
    const own = relative(realpathSync(root), realpathSync(join(libraries, '@entente', name)))
    symlinkSync(join(copy, own), join(linked, '@entente', name))
  }
}
