import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const PLACES = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt']

/** The folder of initdb and postgres: what is installed first, Debian's package where this user may install it. */
export function findPostgres(): string {
  const found = installed() ?? (installDebianPackage() ? installed() : undefined)
  if (found) return found
  throw new Error(
    'no PostgreSQL is installed here, and it could not be installed (Debian package: postgresql)',
  )
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(path.delimiter)
  const versioned = PLACES.flatMap((place) => newestFirst(place).map((name) => path.join(place, name, 'bin')))
  return [...onPath, ...versioned].find((bin) =>
    ['initdb', 'postgres'].every((name) => fs.existsSync(path.join(bin, name))),
  )
}

function newestFirst(place: string): string[] {
  if (!fs.existsSync(place)) return []
  const version = (name: string) => Number(name.replace(/^postgresql@?/, '') || 0)
  const names = fs.readdirSync(place).filter((name) => /^(postgresql@?)?\d*$/.test(name))
  return names.sort((a, b) => version(b) - version(a))
}

function installDebianPackage(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log('Installing the Debian package postgresql for the tests...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, timeout: 300_000 }).status === 0
  apt('update', '-qq')
  return apt('install', '-y', '-qq', '--no-install-recommends', 'postgresql')
}
