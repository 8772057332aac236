import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { ROOT } from './run.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PLACES = [
  '/usr/bin/chromium',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a browser: one that is here already, else Playwright's own, else Debian's. */
export function findBrowser(): string {
  const found = installed() ?? fetched() ?? fromDebian()
  if (found) return found
  throw new Error(
    'No browser was found or could be fetched. Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  )
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)))
  const named = process.env.CHROMIUM_PATH
  return [...(named ? [named] : []), ...onPath, ...PLACES, chromium.executablePath()].find((file) =>
    fs.existsSync(file),
  )
}

function fetched(): string | undefined {
  console.log('No browser here yet: fetching one...')
  const playwright = path.join(ROOT, 'node_modules/.bin/playwright')
  const { status } = spawnSync(playwright, ['install', 'chromium'], { stdio: 'ignore', timeout: 180_000 })
  return status === 0 ? installed() : undefined
}

function fromDebian(): string | undefined {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: 'ignore', timeout: 600_000 }).status === 0
  apt('update', '-qq')
  return apt('install', '-y', '-qq', '--no-install-recommends', 'chromium') ? installed() : undefined
}
