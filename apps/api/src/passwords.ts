import { randomBytes } from 'node:crypto'
import { hash, type Options, verify } from '@node-rs/argon2'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

export type PasswordWork = Pick<Options, 'memoryCost' | 'timeCost'>

/** The setting that OWASP recommends for Argon2id. */
const WORK: PasswordWork = { memoryCost: 19_456, timeCost: 2 }

const LENGTH = { least: 12, most: 128 }

/** As those who guess passwords see them: common passwords and words, keyboard rows, dates, and repetitions. */
const guessing = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
})

/** Out of 4: ten thousand million guesses or more. */
const STRONG_ENOUGH = 3

export type PasswordProblem = 'short' | 'same' | 'known'

/** What is wrong with a new password; null where it will do. */
export function passwordProblem(password: string, again: string, email: string): PasswordProblem | null {
  if (password !== again) return 'same'
  const characters = [...password].length
  if (characters < LENGTH.least || characters > LENGTH.most) return 'short'
  const small = password.toLowerCase()
  const isPersonal = small.includes(email.toLowerCase()) || small.includes('strandline')
  const { score } = guessing.check(password, email.toLowerCase().split('@'))
  return isPersonal || score < STRONG_ENOUGH ? 'known' : null
}

/** Hashes and checks passwords. A check against no hash takes as long as any other, and fails. */
export class Passwords {
  readonly #work: PasswordWork
  readonly #nobodys: Promise<string>

  constructor(work: PasswordWork = WORK) {
    this.#work = work
    this.#nobodys = hash(randomBytes(32), work)
  }

  hash(password: string): Promise<string> {
    return hash(password, this.#work)
  }

  async isRight(passwordHash: string | null, password: string): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.#nobodys), password)
    return isRight && passwordHash !== null
  }
}
