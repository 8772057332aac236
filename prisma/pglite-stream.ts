import { Duplex } from 'node:stream'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'

const TERMINATE = 0x58

/** Carries the wire protocol between node-postgres and PGlite inside one process. PGlite has one session. */
class PgliteStream extends Duplex {
  #pending: Buffer = Buffer.alloc(0)
  #greeted = false
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    super()
    this.#pglite = pglite
  }

  connect() {
    queueMicrotask(() => this.emit('connect'))
    return this
  }
  setNoDelay() {
    return this
  }
  setKeepAlive() {
    return this
  }
  ref() {
    return this
  }
  unref() {
    return this
  }

  override _read() {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void) {
    this.#pending = this.#pending.length > 0 ? Buffer.concat([this.#pending, chunk]) : chunk
    this.#pglite.runExclusive(() => this.#deliver()).then(() => done(), done)
  }

  async #deliver() {
    for (let message = this.#nextMessage(); message; message = this.#nextMessage()) {
      if (this.#greeted && message[0] === TERMINATE) {
        this.push(null)
        return
      }
      this.#greeted = true
      // Not execProtocolRaw: that one keeps every parsed row, and memory grows without end.
      await this.#pglite.execProtocolRawStream(message, {
        syncToFs: false,
        onRawData: (data) => this.push(Buffer.from(data)),
      })
    }
  }

  /** Every message but the first begins with a type byte; then its length, which counts itself. */
  #nextMessage(): Buffer | undefined {
    const head = this.#greeted ? 1 : 0
    if (this.#pending.length < head + 4) return undefined
    const length = head + this.#pending.readInt32BE(head)
    if (this.#pending.length < length) return undefined
    const message = this.#pending.subarray(0, length)
    this.#pending = this.#pending.subarray(length)
    return message
  }
}

/** node-postgres takes a stream of its caller's making, which its published types do not mention. */
type StreamPoolConfig = pg.PoolConfig & { stream: () => Duplex }

export function poolOver(pglite: PGlite): pg.Pool {
  const config: StreamPoolConfig = {
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    ssl: false,
    stream: () => new PgliteStream(pglite),
  }
  return new pg.Pool(config)
}
