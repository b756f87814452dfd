import { spawnSync } from 'node:child_process'

/** Runs a program of this Node in the foreground; true when it ends well. */
export const runs = (...command: string[]) => spawnSync(process.execPath, command, { stdio: 'inherit' }).status === 0

export const isUnitTest = (path: string) => /\.test\.tsx?$/.test(path)
export const isWalk = (path: string) => /^e2e\/.+\.spec\.ts$/.test(path)

/** Runs test files, each by what runs its kind; the pages are built for walks through the browser. True when all pass. */
export const testsPass = (files: readonly string[], options: readonly string[] = []) => {
  const [units, walks] = [files.filter(isUnitTest), files.filter(isWalk)]
  const unitsPass = units.length === 0 || runs('node_modules/vitest/vitest.mjs', 'run', ...units, ...options)
  if (walks.length === 0) return unitsPass
  const isBuilt = runs('tools/start/run.mjs')
  return isBuilt && runs('node_modules/@playwright/test/cli.js', 'test', ...walks, ...options) && unitsPass
}
