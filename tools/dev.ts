import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { prepareClient, prepareOperations } from './prepare.ts'
import { ROOT } from './run.ts'

await prepareClient()
await prepareOperations()

const api = spawn(process.execPath, ['--watch', 'src/server.ts'], inRoom('apps/api'))
const web = spawn(path.join(ROOT, 'apps/web/node_modules/.bin/vite'), [], inRoom('apps/web'))
const both: ChildProcess[] = [api, web]
const end = () => {
  for (const child of both) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, end)
for (const child of both) child.on('exit', end)

function inRoom(room: string) {
  const env = { ...process.env, NODE_ENV: 'development', DEMONSTRATION: 'on' }
  return { cwd: path.join(ROOT, room), env, stdio: 'inherit' as const }
}
