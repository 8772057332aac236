import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'

const KEPT = 3

/** A whole image of the directory, taken before its tables change; `loadDataDir` of PGlite restores it. */
export async function backUp(pglite: PGlite, folder: string, nextMigration: string, now = new Date()) {
  const image = await pglite.dumpDataDir('gzip')
  fs.mkdirSync(folder, { recursive: true })
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-')
  const file = path.join(folder, `${stamp}-before-${nextMigration}.tar.gz`)
  fs.writeFileSync(`${file}.part`, Buffer.from(await image.arrayBuffer()), { flush: true })
  fs.renameSync(`${file}.part`, file)
  const images = fs.readdirSync(folder).filter((name) => name.endsWith('.tar.gz'))
  for (const old of images.sort().slice(0, -KEPT)) fs.rmSync(path.join(folder, old))
}
