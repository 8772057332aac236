import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { createServer, type IncomingMessage, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'

const SERVER = path.join(import.meta.dirname, '../src/server.ts')

let directory = ''
beforeAll(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-start-'))
})
afterAll(() => fs.rmSync(directory, { recursive: true, force: true }))

/** Starts the server as `npm start` does, with an environment of its own. */
function start(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  let words = ''
  const child = spawn(process.execPath, [SERVER], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', DEMONSTRATION: 'on', ...env },
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      words += chunk
    })
  }
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  return { child, said: () => words }
}

/** What the server says when it does not start, and how it ends. */
async function refusal(env: Record<string, string>): Promise<{ said: string; code: number }> {
  const { child, said } = start(env)
  const [code] = (await once(child, 'close')) as [number]
  return { said: said().trim(), code }
}

async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function aFreePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  server.close()
  await once(server, 'close')
  return port
}

async function startedAt(port: number, said: () => string): Promise<void> {
  const until = Date.now() + 50_000
  while (!said().includes(`http://127.0.0.1:${port}`)) {
    if (Date.now() > until) throw new Error(`the server did not start: ${said()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A request that the server has begun to read, and that ends when it is told to. */
async function askHalfway(port: number, body: string): Promise<{ finish: () => Promise<string> }> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    expect: '100-continue',
  }
  const asked = request({ port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers })
  asked.flushHeaders()
  await once(asked, 'continue')
  return {
    finish: async () => {
      asked.end(body)
      const [answer] = (await once(asked, 'response')) as [IncomingMessage]
      return text(answer)
    },
  }
}

test('a port that is taken is named, with what to do, and the database is let go', async () => {
  const other = createServer()
  const port = await listening(other)
  onTestFinished(() => void other.close())
  const env = { PORT: String(port), DATABASE_URL: `pglite:${directory}/taken` }
  const sentence = `Strandline did not start. Port ${port} is taken. Choose another: PORT=${port + 1} npm start`
  expect(await refusal(env)).toEqual({ said: sentence, code: 1 })
  expect(await refusal(env)).toEqual({ said: sentence, code: 1 })
})

test.each([
  [{ PORT: 'eighty' }, /^Strandline did not start\. PORT must be a number from 1 to 65535\.$/],
  [
    { BUSY_AFTER_MS: 'soon' },
    /^Strandline did not start\. BUSY_AFTER_MS must be a number of milliseconds, 100 or more\.$/,
  ],
  [
    { DATABASE_URL: 'mysql://somewhere' },
    /^Strandline did not start\. DATABASE_URL must be pglite:<directory> or postgresql:/,
  ],
  [
    { DATABASE_URL: 'postgresql://me:hidden@127.0.0.1:1/plan' },
    /^Strandline did not start\. (?!.*hidden).*127\.0\.0\.1/,
  ],
])('settings that cannot work are refused in a sentence: %j', async (env, sentence) => {
  const { said, code } = await refusal({
    PORT: String(await aFreePort()),
    DATABASE_URL: `pglite:${directory}/never`,
    ...env,
  })
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/\n\s+at /)
  expect(code).toBe(1)
  expect(fs.existsSync(`${directory}/never`)).toBe(false)
})

test('a second server on one data directory is refused; asked to stop, the first finishes what it is doing and ends well', async () => {
  const port = await aFreePort()
  const url = `pglite:${directory}/shared`
  const { child, said } = start({ PORT: String(port), DATABASE_URL: url })
  await startedAt(port, said)
  expect((await refusal({ PORT: String(await aFreePort()), DATABASE_URL: url })).said).toMatch(
    /in use by another Strandline process/,
  )

  const halfway = await askHalfway(
    port,
    JSON.stringify({ query: '{ plan(id: "solihull") { ... on Plan { headline } } }' }),
  )
  const closed = once(child, 'close')
  child.kill('SIGTERM')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(await halfway.finish()).toContain('Deficit forecast')
  expect(await closed).toEqual([0, null])

  const again = start({ PORT: String(port), DATABASE_URL: url })
  await startedAt(port, again.said)
})

test('with no accounts and no demonstration, the console has the link that makes the first administrator', async () => {
  const port = await aFreePort()
  const { said } = start({
    PORT: String(port),
    DATABASE_URL: `pglite:${directory}/accounts`,
    DEMONSTRATION: 'off',
  })
  await startedAt(port, said)
  const link = new RegExp(`http://127\\.0\\.0\\.1:${port}/set-password\\?token=([\\w-]{43})&first=yes`)
  await expect.poll(said).toMatch(link)
  const token = link.exec(said())?.[1] ?? ''
  const password = 'a harbour of small boats'
  const answer = await fetch(`http://127.0.0.1:${port}/set-password`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams({ token, password, again: password, name: 'Ada', email: 'ada@example.org' }),
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
})
