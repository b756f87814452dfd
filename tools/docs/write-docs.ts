import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { takeInventory } from '../../apps/api/test/support/inventory.ts'
import { documentation } from './documentation.ts'

// Writes docs/permissions.md, docs/workflows.md and docs/openapi.json from the code.
for (const [path, text] of Object.entries(documentation(await takeInventory()))) {
  writeFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), text)
  console.log(path)
}
