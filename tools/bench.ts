import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.ts'

const folder = path.join(ROOT, 'bench')
const wanted = process.argv.slice(2)
const names = fs.existsSync(folder)
  ? fs
      .readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort()
  : []
const chosen = names.filter((name) => wanted.length === 0 || wanted.includes(path.basename(name, '.ts')))

for (const name of chosen) {
  console.log(`\n== ${path.basename(name, '.ts')}`)
  const { status } = spawnSync(process.execPath, [path.join(folder, name)], { cwd: ROOT, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
if (chosen.length === 0) console.log('There is nothing to measure.')
