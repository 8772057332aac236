import { run } from './run.ts'
import { unlessFresh } from './stamp.ts'

const LOCK = 'pnpm-lock.yaml'
const WEB = ['apps/web', 'apps/api/schema.graphql', 'packages/domain/src', LOCK]

async function must(what: string, work: ReturnType<typeof run>) {
  const { ok, output } = await work
  if (!ok) throw new Error(`${what} failed:\n${output}`)
}

/** Makes what is generated rather than committed, each part only when what it is made from has changed. */
export function prepareClient() {
  return unlessFresh('prisma/generated', ['prisma/schema.prisma', 'prisma.config.ts', LOCK], () =>
    must('Generating the database client', run('prisma', ['generate'])),
  )
}

export function prepareOperations() {
  return unlessFresh('apps/web/src/generated', WEB, () =>
    must(
      'Generating the operation types',
      run('graphql-codegen', ['--config', 'codegen.ts'], { room: 'apps/web' }),
    ),
  )
}

/** Twice: for the browser, and for the server that writes the first page. */
export function prepareWeb() {
  return unlessFresh('apps/web/dist', WEB, async () => {
    const server = ['--ssr', 'src/app/entry-server.tsx', '--outDir', 'dist/server']
    await must('Building the web pages', run('vite', ['build'], { room: 'apps/web' }))
    await must('Building the first page', run('vite', ['build', ...server], { room: 'apps/web' }))
  })
}
