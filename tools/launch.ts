import { spawn } from 'node:child_process'
import path from 'node:path'
import { prepareClient, prepareOperations, prepareWeb } from './prepare.ts'
import { ROOT } from './run.ts'

try {
  await prepareClient()
  await prepareOperations()
  await prepareWeb()
  serve()
} catch (problem) {
  console.error((problem as Error).message)
  process.exitCode = 1
}

function serve() {
  // Whoever asks for production by name sets up the real thing, where nobody may choose who to be.
  const DEMONSTRATION = process.env.NODE_ENV ? 'off' : 'on'
  const env = { NODE_ENV: 'production', DEMONSTRATION, ...process.env }
  const server = spawn(process.execPath, [path.join(ROOT, 'apps/api/src/server.ts')], {
    cwd: ROOT,
    env,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 1))
}
