import { createHash } from 'node:crypto'
import type { Prisma } from './generated/client.ts'

/** A message to be sent. */
export interface Letter {
  /** What makes it the same message: a second letter with the same key is not written. */
  readonly key: string
  readonly planId: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
}

/** Puts letters into the outbox, inside the transaction of what they tell of. */
export async function post(
  tx: Prisma.TransactionClient,
  letters: readonly Letter[],
  now: Date,
): Promise<void> {
  // The id follows from the key, so that a letter sent twice by a dying process is the same message to whoever reads it.
  const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32)
  const data = letters.map((letter) => ({ ...letter, id: idOf(letter.key), createdAt: now }))
  if (data.length > 0) await tx.mail.createMany({ data, skipDuplicates: true })
}
