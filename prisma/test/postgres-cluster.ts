import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { findPostgres } from './find-postgres.ts'

export type Cluster = { url: string; stop: () => Promise<void> }

const START_WITHIN_MS = 30_000

/** A PostgreSQL of our own in a temporary folder, on a free port of this machine only. */
export async function startCluster(): Promise<Cluster> {
  const bin = findPostgres()
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-postgres-'))
  const user = unprivilegedUser()
  const password = randomBytes(12).toString('hex')
  const secret = path.join(home, 'password')
  fs.writeFileSync(secret, password)
  if (user.uid !== undefined) for (const file of [home, secret]) fs.chownSync(file, user.uid, user.gid)

  const data = path.join(home, 'data')
  const auth = ['-U', 'strandline', '-A', 'scram-sha-256', `--pwfile=${secret}`]
  const init = ['-D', data, ...auth, '-E', 'UTF8', '--locale=C']
  execFileSync(path.join(bin, 'initdb'), init, { ...user, cwd: home, stdio: 'pipe' })
  const port = await freePort()
  const server = spawn(path.join(bin, 'postgres'), ['-D', data, ...settings(port)], {
    ...user,
    cwd: home,
    stdio: 'ignore',
  })
  const url = `postgresql://strandline:${password}@127.0.0.1:${port}/postgres`
  const stop = () => stopServer(server, home)
  try {
    await waitUntilReady(url, server)
  } catch (problem) {
    await stop()
    throw problem
  }
  return { url, stop }
}

/** fsync stays on: the tests run on the settings that people run. */
function settings(port: number): string[] {
  const values = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=60',
  ]
  return [...values, 'shared_buffers=64MB', 'autovacuum=off'].flatMap((value) => ['-c', value])
}

/** PostgreSQL refuses to run as root. */
function unprivilegedUser(): { uid: number; gid: number } | { uid?: undefined } {
  if (process.getuid?.() !== 0) return {}
  const rows = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((row) => row.split(':'))
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody')
  if (!row) throw new Error('this is root, and there is no other user to run PostgreSQL as')
  return { uid: Number(row[2]), gid: Number(row[3]) }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

async function waitUntilReady(url: string, server: ChildProcess) {
  const deadline = Date.now() + START_WITHIN_MS
  for (;;) {
    const client = new pg.Client(url)
    try {
      await client.connect()
      return await client.end()
    } catch (problem) {
      if (server.exitCode !== null || Date.now() > deadline) throw problem
      await wait(50)
    }
  }
}

async function stopServer(server: ChildProcess, home: string) {
  if (server.exitCode === null) {
    const ended = once(server, 'exit')
    server.kill('SIGINT')
    await ended
  }
  fs.rmSync(home, { recursive: true, force: true })
}
