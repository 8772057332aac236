import { randomBytes } from 'node:crypto'
import { hash, type Options, verify } from '@node-rs/argon2'

export type PasswordWork = Pick<Options, 'memoryCost' | 'timeCost'>

/** The setting that OWASP recommends for Argon2id. */
const WORK: PasswordWork = { memoryCost: 19_456, timeCost: 2 }

const LENGTH = { least: 12, most: 128 }

/** The long passwords that are guessed first, in small letters. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456789123',
  '123123123123',
  '111111111111',
  '000000000000',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiop[]',
  'qwerty123456',
  'qwertyqwerty',
  'password1234',
  'password12345',
  'password123!',
  'passwordpassword',
  'abcdefghijkl',
  'abc123abc123',
  'administrator',
  'changeme1234',
  'changemenow!',
  'iloveyou1234',
  'letmein12345',
  'letmeinplease',
  'welcome12345',
  'welcome123456',
  'correcthorsebatterystaple',
  'unbelievable',
  'manchesterunited',
  'liverpoolfc1',
])

export type PasswordProblem = 'short' | 'same' | 'known'

/** What is wrong with a new password; null where it will do. */
export function passwordProblem(password: string, again: string, email: string): PasswordProblem | null {
  if (password !== again) return 'same'
  const characters = [...password].length
  if (characters < LENGTH.least || characters > LENGTH.most) return 'short'
  const small = password.toLowerCase()
  const [mailbox = ''] = email.toLowerCase().split('@')
  const isPersonal = small.includes(email.toLowerCase()) || small === mailbox
  const isRepeated = new Set(small).size === 1
  return isPersonal || isRepeated || small.includes('strandline') || COMMON.has(small) ? 'known' : null
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
