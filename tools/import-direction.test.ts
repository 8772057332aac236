import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const biome = path.join(root, 'node_modules/.bin/biome')
const tree = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-imports-'))
fs.copyFileSync(path.join(root, 'biome.json'), path.join(tree, 'biome.json'))
afterAll(() => fs.rmSync(tree, { recursive: true }))

/** The bad files live in a tree of their own under the same rules, so that none is ever left in this one. */
function lint(file: string, source: string): string {
  fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  fs.writeFileSync(path.join(tree, file), source)
  const run = spawnSync(biome, ['lint', '--vcs-enabled=false', file], { cwd: tree, encoding: 'utf8' })
  const output = run.stdout + run.stderr
  if (!output.includes('Checked 1 file')) throw new Error(output)
  return output
}

const importing = (module: string) => `import { x } from '${module}'\n\nexport const y = x\n`

const refused: [file: string, module: string][] = [
  ['packages/domain/src/bad.ts', 'node:fs'],
  ['packages/domain/src/bad.ts', 'graphql'],
  ['packages/domain/src/bad.ts', '@strandline/store/database'],
  ['packages/domain/src/bad.ts', '../../../prisma/database.ts'],
  ['packages/domain/src/bad.test.ts', '@strandline/store/database'],
  ['prisma/bad.ts', '@strandline/api/app'],
  ['prisma/bad.ts', '../apps/api/src/app.ts'],
  ['prisma/bad.ts', '../packages/domain/src/plan.ts'],
  ['apps/api/src/bad.ts', '@strandline/web/app'],
  ['apps/api/src/schema/bad.ts', '../../../web/src/app.tsx'],
  ['apps/api/src/bad.ts', '../../../prisma/database.ts'],
  ['apps/web/src/bad.tsx', '@strandline/api/schema'],
  ['apps/web/src/bad.tsx', '@strandline/store/database'],
  ['apps/web/src/bad.tsx', '../../api/src/app.ts'],
  ['apps/web/src/features/actions/bad.tsx', '@strandline/store/database'],
  ['apps/web/src/features/actions/bad.tsx', '../forecast/chart.tsx'],
  ['apps/web/src/features/actions/bad.tsx', '../../features/forecast/chart.tsx'],
  ['apps/web/src/features/actions/rows/bad.tsx', '../../forecast/chart.tsx'],
  ['apps/web/src/ui/bad.tsx', '../features/forecast/chart.tsx'],
  ['apps/web/src/ui/bad.tsx', '@strandline/store/database'],
]

const allowed: [file: string, module: string][] = [
  ['packages/domain/src/good.ts', './plan.ts'],
  ['packages/domain/src/rules/good.ts', '../plan.ts'],
  ['packages/domain/src/good.test.ts', 'fast-check'],
  ['prisma/good.ts', '@strandline/domain/plan'],
  ['prisma/good.ts', 'node:fs'],
  ['prisma/test/good.ts', '../generated/client.ts'],
  ['apps/api/src/good.ts', '@strandline/domain/plan'],
  ['apps/api/src/good.ts', '@strandline/store/database'],
  ['apps/web/src/good.tsx', '@strandline/domain/plan'],
  ['apps/web/src/app.tsx', './features/forecast/page.tsx'],
  ['apps/web/src/features/actions/good.tsx', './row.tsx'],
  ['apps/web/src/features/actions/good.tsx', '../../ui/button.tsx'],
  ['apps/web/src/features/actions/rows/good.tsx', '../page.tsx'],
  ['apps/web/src/features/actions/rows/good.tsx', '../../../ui/button.tsx'],
  ['apps/web/src/ui/good.tsx', './button.tsx'],
]

describe('rooms import one way only', () => {
  test.each(refused)('%s may not import %s', (file, module) => {
    expect(lint(file, importing(module))).toContain('noRestrictedImports')
  })

  test.each(allowed)('%s may import %s', (file, module) => {
    expect(lint(file, importing(module))).not.toContain('noRestrictedImports')
  })

  test.each(['new Date()', 'process.env', 'console.log()', 'fetch("x")'])(
    'the domain may not use %s',
    (use) => {
      expect(lint('packages/domain/src/bad.ts', `export const y = ${use}\n`)).toContain('noRestrictedGlobals')
    },
  )
})
