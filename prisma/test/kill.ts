import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { openDatabase } from '../database.ts'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'

/** What a killed writer had been told was committed, by revision. */
export type Acknowledged = Map<number, string>

/** Starts a writer on a plan, and kills it with SIGKILL a while after its first acknowledgement. */
export async function killAWriter(url: string, planId: string, afterMs: number): Promise<Acknowledged> {
  const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'writer.ts'), url, planId])
  let printed = ''
  let complaint = ''
  writer.stderr.on('data', (text) => {
    complaint += text
  })
  await new Promise<void>((resolve, reject) => {
    writer.stdout.on('data', (text) => {
      if (printed === '') setTimeout(() => writer.kill('SIGKILL'), afterMs)
      printed += text
    })
    writer.on('exit', () =>
      printed === '' ? reject(new Error(`the writer wrote nothing: ${complaint}`)) : resolve(),
    )
  })
  await closed(writer)
  const lines = printed.split('\n').slice(0, -1)
  return new Map(lines.map((line) => line.split(' ')).map(([revision, id]) => [Number(revision), id ?? '']))
}

function closed(child: ChildProcess): Promise<void> {
  return child.stdout?.closed
    ? Promise.resolve()
    : new Promise((resolve) => child.on('close', () => resolve()))
}

/** What is wrong after a kill: acknowledged work that is lost, or numbers with gaps. Empty when all is well. */
export async function damageAfter(
  url: string,
  planId: string,
  acknowledged: Acknowledged,
): Promise<string[]> {
  const database = await openDatabase(url)
  const store: Store = await openStore(database)
  try {
    const plan = await store.plan(planId)
    const lost = [...acknowledged]
      .filter(([, id]) => !plan?.tables.source[id])
      .map(([revision]) => `revision ${revision} is lost`)
    const numbers = await database.prisma.revision.findMany({
      where: { planId },
      select: { number: true },
      orderBy: { number: 'asc' },
    })
    const gaps = numbers
      .filter(({ number }, index) => number !== index + 1)
      .map(({ number }) => `a gap before ${number}`)
    const isUneven =
      numbers.length !== plan?.revision
        ? [`the plan is at ${plan?.revision}, its history at ${numbers.length}`]
        : []
    return [...lost, ...gaps, ...isUneven]
  } finally {
    await store.close()
  }
}
