import { fileURLToPath } from 'node:url'
import { readTree } from '../checks/source-tree.ts'
import { isUnitTest, isWalk, testsPass } from './suites.ts'

// `npm run test:one -- FILE`: one test file, or those whose path holds the word; what follows goes to its runner.
const root = fileURLToPath(new URL('../..', import.meta.url))
process.chdir(root)

const [wanted, ...options] = process.argv.slice(2)
const files = [...readTree(root).keys()].filter(
  (path) => wanted !== undefined && path.includes(wanted.replace(/^\.\//, '')) && (isUnitTest(path) || isWalk(path)),
)
if (files.length === 0) {
  console.error('Usage: npm run test:one -- FILE (a .test.ts or e2e/….spec.ts, or a part of its path).')
  process.exitCode = 2
} else process.exitCode = testsPass(files, options) ? 0 : 1
