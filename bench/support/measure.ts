import { type ChildProcess, fork } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'

export interface Host {
  readonly process: ChildProcess
  readonly port: number
}

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

/** Starts a host process and waits until it listens. */
export async function startHost(...args: string[]): Promise<Host> {
  const child = fork(path.join(import.meta.dirname, 'host.ts'), args)
  return { process: child, port: await nextMessage<number>(child) }
}

function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`the host ended with ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message as T)
    })
  })
}

async function cpuOf({ process: child }: Host): Promise<number> {
  const answer = nextMessage<NodeJS.CpuUsage>(child)
  child.send('cpu')
  const { user, system } = await answer
  return user + system
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 4 })

/** Sends one request and gives its whole body. */
export function ask(
  port: number,
  { method, path: url, body }: Asked,
  cookie = '',
): Promise<{ text: string; type: string }> {
  const headers = {
    accept: '*/*',
    ...(cookie && { cookie }),
    ...(body && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
  }
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, host: '127.0.0.1', path: url, method, headers, agent },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({ text: Buffer.concat(chunks).toString(), type: response.headers['content-type'] ?? '' }),
        )
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** Microseconds of the host's CPU for each of a number of requests, four at a time. */
export async function cpuPerRequest(host: Host, asked: Asked, count: number): Promise<number> {
  const before = await cpuOf(host)
  let left = count
  const worker = async () => {
    while (left-- > 0) await ask(host.port, asked)
  }
  await Promise.all([worker(), worker(), worker(), worker()])
  return ((await cpuOf(host)) - before) / count
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

export function endAgent(): void {
  agent.destroy()
}

/** Signs in as a person of the demonstration and gives the cookie. */
export async function signIn(port: number, person: string): Promise<string> {
  const body = new URLSearchParams({ plan: 'solihull', person }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'sec-fetch-site': 'same-origin',
  }
  return new Promise((resolve, reject) => {
    const url = { port, path: '/sign-in/demonstration', method: 'POST', headers }
    const request = http.request(url, (response) => {
      response.resume()
      resolve(response.headers['set-cookie']?.[0]?.split(';')[0] ?? '')
    })
    request.on('error', reject)
    request.end(body)
  })
}
