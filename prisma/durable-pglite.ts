import fs from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The major version of PostgreSQL inside the pinned PGlite; it opens no directory of another. */
export const EMBEDDED_POSTGRES = '18'

type Stream = { nfd?: number }
type Module = { FS: { filesystems: { NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } } } } }
type Options = Awaited<ReturnType<NodeFS['init']>>['emscriptenOpts']
type PreRun = Exclude<NonNullable<Options['preRun']>, unknown[]>

/** PGlite's file system has no fsync, so a commit would be told as safe while it is only in the kernel's memory. */
const addFsync = ((module: Module) => {
  module.FS.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd)
    return 0
  }
}) as unknown as PreRun

class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>) {
    const { emscriptenOpts } = await super.init(...args)
    const preRun = [emscriptenOpts.preRun ?? [], addFsync].flat()
    return { emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
}

/** Stock PGlite starts with -F (no fsync), and its fdatasync never reaches the disk: hence wal_sync_method. */
export function openDurablePglite(directory: string): Promise<PGlite> {
  const stock = PGlite.defaultStartParams.filter((param) => param !== '-F')
  return PGlite.create({
    fs: new DurableNodeFS(directory),
    startParams: [...stock, '-c', 'wal_sync_method=fsync'],
  })
}
