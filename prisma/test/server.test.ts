import { describe, expect, inject, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { problemWithVersion } from '../server.ts'
import { StartupProblem } from '../startup-problem.ts'
import { withDatabase } from './databases.ts'

const postgres = inject('postgres')

async function problemOf(url: string): Promise<string> {
  const problem = await openDatabase(url).catch((error: unknown) => error)
  if (!(problem instanceof StartupProblem)) throw new Error(`not a start-up problem: ${problem}`)
  return problem.message
}

describe('a DATABASE_URL that cannot be used is answered with a sentence', () => {
  test('when it is no database address, without repeating it', async () => {
    const sentence = await problemOf('mysql://me:hush@localhost/db')
    expect(sentence).toContain('DATABASE_URL must be pglite:<directory> or postgresql://')
    expect(sentence).not.toContain('hush')
    expect(await problemOf('pglite:')).toContain('DATABASE_URL must be')
  })

  test('when nothing listens there, without the password', async () => {
    const sentence = await problemOf('postgresql://me:hush@127.0.0.1:1/db')
    expect(sentence).toContain('No database server answers at 127.0.0.1:1')
    expect(sentence).not.toContain('hush')
  })

  test('when its host is unknown', async () => {
    expect(await problemOf('postgresql://me:hush@nowhere.invalid/db')).toContain('nowhere.invalid')
  })

  test('when the server is too old', () => {
    expect(() => problemWithVersion(140_012)).toThrow('The database server is PostgreSQL 14.')
    expect(() => problemWithVersion(150_000)).not.toThrow()
  })

  test.skipIf(postgres === '')('when the password is wrong, without repeating it', async () => {
    const sentence = await problemOf(Object.assign(new URL(postgres), { password: 'hush' }).href)
    expect(sentence).toContain('refused the password of user "strandline"')
    expect(sentence).not.toContain('hush')
  })

  test.skipIf(postgres === '')('when the database is not there', async () => {
    const sentence = await problemOf(withDatabase(postgres, 'absent'))
    expect(sentence).toContain('The database "absent" does not exist')
  })
})
