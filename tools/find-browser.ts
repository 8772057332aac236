import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { installedBrowser } from '../apps/api/src/browser.ts'
import { ROOT } from './run.ts'

/** The path of a browser: one that is here already, else Playwright's own, else Debian's. */
export function findBrowser(): string {
  const found = installedBrowser() ?? fetched() ?? fromDebian()
  if (found) return found
  throw new Error(
    'No browser was found or could be fetched. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function fetched(): string | undefined {
  console.log('No browser here yet: fetching one...')
  const playwright = path.join(ROOT, 'node_modules/.bin/playwright')
  const { status } = spawnSync(playwright, ['install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  return status === 0 ? installedBrowser() : undefined
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0
  apt('update', '-qq')
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium') ? installedBrowser() : undefined
}
