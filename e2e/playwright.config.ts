import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig } from '@playwright/test'

// Workers read this file again: the first reader chooses, and the others inherit its choice.
process.env.E2E_PORT ??= String(11_000 + (process.pid % 10_000))
process.env.E2E_DATA ??= fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-e2e-'))
// Where a journey that receives letters has its mail server.
process.env.E2E_SMTP_PORT ??= String(21_000 + (process.pid % 10_000))
const { E2E_PORT: port, E2E_DATA: data, E2E_SMTP_PORT: smtpPort } = process.env
const origin = `http://127.0.0.1:${port}`

const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

export default defineConfig({
  testDir: '.',
  // Those who only read go first: they rely on the demonstration as it is when it is created.
  projects: [
    { name: 'reading', testMatch: '**/*.spec.ts', testIgnore: '**/writing/**' },
    { name: 'writing', testMatch: '**/writing/*.spec.ts', dependencies: ['reading'] },
  ],
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  globalTeardown: './remove-data.ts',
  use: {
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: [...quiet, ...asRoot] },
  },
  webServer: {
    command: `"${process.execPath}" apps/api/src/server.ts`,
    cwd: path.resolve(import.meta.dirname, '..'),
    url: origin,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'production',
      DEMONSTRATION: 'on',
      DATABASE_URL: `pglite:${data}`,
      // A machine that is shared is late now and then: that is not what the journeys are about.
      BUSY_AFTER_MS: '20000',
      PUBLIC_URL: origin,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}?ignoreTLS=true`,
      MAIL_FROM: 'Strandline <plan@example.gov.uk>',
    },
  },
})
