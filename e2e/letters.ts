import { once } from 'node:events'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { expect } from './journey.ts'

/** A real mail server on this machine, to which the product sends its letters. */
export async function aMailServer() {
  const received: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: async (stream, _, done) => {
      received.push(await simpleParser(stream))
      done()
    },
  })
  server.listen(Number(process.env.E2E_SMTP_PORT), '127.0.0.1')
  await once(server.server, 'listening')
  return {
    end: () => new Promise<void>((resolve) => server.close(resolve)),
    /** Waits for the letter whose subject says this. */
    letter: async (subject: RegExp): Promise<ParsedMail> => {
      const find = () => received.find((letter) => subject.test(letter.subject ?? ''))
      await expect.poll(() => find()?.subject, { timeout: 30_000 }).toMatch(subject)
      return find() as ParsedMail
    },
  }
}
