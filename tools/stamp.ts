import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { ROOT } from './run.ts'

const NOT_SOURCE = new Set(['node_modules', 'dist', 'generated', 'test-results'])

/** One hash over the names and contents of files and folders, written as paths from the root. */
function hashOf(inputs: string[]): string {
  const hash = createHash('sha256').update(process.version)
  const add = (file: string) => {
    if (!fs.existsSync(file)) return
    if (fs.statSync(file).isDirectory()) {
      for (const name of fs.readdirSync(file).sort()) if (!NOT_SOURCE.has(name)) add(path.join(file, name))
    } else hash.update(path.relative(ROOT, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  for (const input of inputs) add(path.join(ROOT, input))
  return hash.digest('hex')
}

/** Does the work unless `output` was made from the same inputs; the stamp is written only after it succeeds. */
export async function unlessFresh(output: string, inputs: string[], work: () => Promise<void>) {
  const stamp = path.join(ROOT, output, '.made-from')
  const hash = hashOf(inputs)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  await work()
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(stamp, hash)
}
