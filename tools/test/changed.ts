import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readTree } from '../checks/source-tree.ts'
import { runs, testsPass } from './suites.ts'
import { testsTouched } from './touched.ts'

// `npm run test:changed`: the checks, and the tests that can be touched by what changed since main (on main: since HEAD).
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)

const git = (...args: string[]) => {
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' })
  return status === 0 ? stdout.split('\n').filter((line) => line !== '') : []
}

const [fork = 'HEAD'] = git('merge-base', 'main', 'HEAD')
const changed = [...git('diff', '--name-only', fork), ...git('ls-files', '--others', '--exclude-standard')]
const files = testsTouched(readTree(root), changed)
console.log(`${changed.length} files changed; ${files.length} test files can be touched.`)
for (const file of files) console.log(`  ${file}`)
const checksPass = runs('tools/checks/check.ts')
process.exitCode = testsPass(files) && checksPass ? 0 : 1
