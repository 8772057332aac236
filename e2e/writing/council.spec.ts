import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from '../journey.ts'

/** An installation of its own, outside demonstration mode, beside an identity provider that takes any password. */
const ROOT = path.resolve(import.meta.dirname, '../..')
// Below the ports that the system hands to outgoing connections.
const first = 21_000 + (process.pid % 5000) * 2
const site = `http://127.0.0.1:${first}`
const issuer = `http://127.0.0.1:${first + 1}`

// The pages of the test provider ask for a font that is not there.
test.use({ person: null, baseURL: site, expected: { errors: [/ERR_NAME_NOT_RESOLVED|status of 404/] } })

const started: ChildProcess[] = []
let directory = ''
let link = ''

/** Starts a process, and gives what it says until it says that it is there. */
async function start(args: readonly string[], env: NodeJS.ProcessEnv, isThere: RegExp): Promise<string> {
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env } })
  started.push(child)
  let said = ''
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`it did not start: ${said}`)), 60_000)
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)))
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (part: Buffer) => {
        said += part.toString()
        if (!isThere.test(said)) return
        clearTimeout(timer)
        resolve(said)
      })
    }
  })
}

test.beforeAll(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-council-'))
  const provider = [
    'apps/api/test/council-provider.ts',
    `${site}/sign-in/council/callback`,
    String(first + 1),
  ]
  await start(provider, {}, /The test provider is at/)
  const env = {
    PORT: String(first),
    HOST: '127.0.0.1',
    NODE_ENV: 'production',
    DEMONSTRATION: 'off',
    DATABASE_URL: `pglite:${directory}/data`,
    PUBLIC_URL: site,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'strandline',
    OIDC_CLIENT_SECRET: 'a secret of the tests only',
    OIDC_NAME: 'a Test Council account',
  }
  const said = await start(['apps/api/src/server.ts'], env, /Press Ctrl-C/)
  link = /http\S+set-password\S+/.exec(said)?.[0] ?? ''
})
test.afterAll(async () => {
  for (const child of started) {
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 5000))])
  }
  fs.rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
})

test('the first administrator makes a plan and invites a lead, who signs in with the council’s own provider', async ({
  page,
  browser,
}) => {
  test.setTimeout(90_000)
  await page.goto(link)
  await page.getByLabel('Your name').fill('Ada Administrator')
  await page.getByLabel('Your e-mail address').fill('admin@example.gov.uk')
  await page.getByLabel('New password').fill('a harbour of small boats')
  await page.getByLabel('The same password again').fill('a harbour of small boats')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Set the password and sign in' }).press('Enter')

  await expect(page).toHaveURL(`${site}/`)
  await expectAccessible(page)
  await page.goto('/accounts')
  await page.getByLabel('Name', { exact: true }).fill('Lena Lead')
  await page.getByLabel('E-mail address', { exact: true }).fill('lena@example.gov.uk')
  await page.getByRole('button', { name: 'Make the account' }).press('Enter')
  await expect(page.getByText(/Hand this link to Lena Lead/)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Who can sign in' })).toContainText('lena@example.gov.uk')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  await expectNoSidewaysScroll(page)

  const context = await browser.newContext({ baseURL: site })
  const lena = await context.newPage()
  await lena.goto('/sign-in?return=%2Faccount')
  await expectAccessible(lena)
  await lena.getByRole('link', { name: 'Sign in with a Test Council account' }).press('Enter')
  await lena.locator('input[name=login]').fill('lena')
  await lena.locator('input[name=password]').fill('any')
  await lena.locator('button[type=submit]').click()
  await lena.locator('button[type=submit]').click()
  await expect(lena).toHaveURL(`${site}/account`)
  await expect(lena.getByText('You are signed in as Lena Lead.')).toBeVisible()
  await expectAccessible(lena)

  await lena.getByRole('button', { name: 'Sign out on every device' }).press('Enter')
  await lena.goto('/account')
  await expect(lena.getByText('You are not signed in with an account.')).toBeVisible()
  await context.close()
})

test('somebody whom nobody invited is told what to do', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Sign in with a Test Council account' }).press('Enter')
  await page.locator('input[name=login]').fill('stranger')
  await page.locator('input[name=password]').fill('any')
  await page.locator('button[type=submit]').click()
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('alert')).toContainText('Your council account is not known here')
  await expectAccessible(page)
})
