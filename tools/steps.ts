import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts'
import { findBrowser } from './find-browser.ts'
import { prepareClient, prepareOperations, prepareWeb } from './prepare.ts'
import { type Ran, ROOT, run } from './run.ts'

/** A step is one check; `counts` adds the tests inside it. */
export type Step = { name: string; work: () => Promise<Ran>; counts?: () => Counts }

const reports = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-reports-'))
const unitReport = path.join(reports, 'vitest.json')
const journeyReport = path.join(reports, 'playwright.json')
process.on('exit', () => fs.rmSync(reports, { recursive: true, force: true }))

const PROJECTS = ['packages/domain', 'prisma', 'apps/api', 'apps/web', 'e2e', '.']

export const generate: Step = { name: 'database client', work: () => made(prepareClient) }
export const codegen: Step = { name: 'operation types', work: () => made(prepareOperations) }
export const lint: Step = {
  name: 'format, lint, import direction',
  work: () => run('biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
}
export const types: Step = { name: 'types', work: checkTypes }
export const schema: Step = {
  name: 'schema.graphql is fresh',
  work: () => run('node', ['apps/api/src/print-schema.ts', '--check']),
}
export const migrations: Step = {
  name: 'migrations agree with schema.prisma',
  work: () => run('node', ['--disable-warning=ExperimentalWarning', 'tools/migration.ts', '--check']),
}
export const web: Step = { name: 'web build', work: () => made(prepareWeb) }

export function tests(projects: string[] = []): Step {
  const only = projects.map((project) => `--project=${project}`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]
  const args = ['run', '--passWithNoTests', ...reporters, ...only]
  return {
    name: 'tests',
    work: () => run('vitest', args, { env: { NO_COLOR: '1' } }),
    counts: () => vitestCounts(unitReport),
  }
}

export const journeys: Step = {
  name: 'journeys in a browser',
  work: async () => {
    const env = { CHROMIUM_PATH: findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport, NO_COLOR: '1' }
    return run('playwright', ['test', '--reporter=list,json'], { room: 'e2e', env })
  },
  counts: () => playwrightCounts(journeyReport),
}

async function checkTypes(): Promise<Ran> {
  const all = await Promise.all(PROJECTS.map((room) => run('tsc', ['--noEmit', '-p', path.join(ROOT, room)])))
  return { ok: all.every(({ ok }) => ok), output: all.map(({ output }) => output).join('') }
}

async function made(work: () => Promise<void>): Promise<Ran> {
  await work()
  return { ok: true, output: '' }
}
