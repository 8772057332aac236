// Runs on whatever Node the machine has (20 or later), so it is plain JavaScript: it installs what is missing, then
// hands over to the Node of this workspace.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const windows = process.platform === 'win32'
const [task = 'launch', ...rest] = process.argv.slice(2)

const stamp = join(root, 'node_modules/.installed-from')

/** The lock file names every package of every room; it is told by its content, since a checkout changes its time. */
function wanted() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml']) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

const isInstalled = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

function install() {
  console.log('Installing packages (a minute or two the first time)...')
  const args = ['--yes', 'pnpm@12', 'install', '--frozen-lockfile', '--prefer-offline', '--reporter=silent']
  const { status } = spawnSync('npx', args, { cwd: root, stdio: 'inherit', shell: windows })
  if (status === 0) return writeFileSync(stamp, wanted())
  console.error(
    'The packages could not be installed. Is the network there? Run "npx pnpm@12 install" to see more.',
  )
  process.exit(1)
}

if (!isInstalled()) install()

const bin = join(root, 'node_modules/.bin')
const path = `${bin}${windows ? ';' : ':'}${process.env.PATH}`
const node = join(root, 'node_modules/node/bin', windows ? 'node.exe' : 'node')
const child = spawn(node, [join(root, 'tools', `${task}.ts`), ...rest], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path },
})

// A terminal sends Ctrl-C to the whole group already; a supervisor signals this process alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) =>
  process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)),
)
