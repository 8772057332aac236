import { spawn } from 'node:child_process'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '..')
const BIN = path.join(ROOT, 'node_modules/.bin')

export type Ran = { ok: boolean; output: string }

/** Runs a program of this workspace from its root; the tools of a room are found in that room first. */
export function run(
  program: string,
  args: string[],
  options: { room?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<Ran> {
  const cwd = path.join(ROOT, options.room ?? '.')
  const search = [path.join(cwd, 'node_modules/.bin'), BIN, process.env.PATH].join(path.delimiter)
  const env = { ...process.env, ...options.env, PATH: search }
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => resolve({ ok: false, output: error.message }))
    child.on('close', (code) => resolve({ ok: code === 0, output }))
  })
}
