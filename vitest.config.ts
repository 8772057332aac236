import path from 'node:path'
import { defineConfig } from 'vitest/config'

const test = '{src,test}/**/*.test.{ts,tsx}'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', root: 'packages/domain', include: [test] } },
      {
        test: {
          name: 'store',
          root: 'prisma',
          include: ['**/*.test.ts'],
          globalSetup: ['./test/global-setup.ts'],
          // An embedded database takes 700 MB, so few live at once.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // As Node reads it: otherwise there would be a second copy of graphql beside Apollo Server's.
        resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
        test: {
          name: 'api',
          root: 'apps/api',
          include: [test],
          globalSetup: [path.join(import.meta.dirname, 'prisma/test/global-setup.ts')],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: 'apps/web/vite.config.ts',
        test: { name: 'web', root: 'apps/web', include: [test], environment: 'jsdom' },
      },
      { test: { name: 'tools', root: 'tools', include: ['**/*.test.ts'], testTimeout: 30_000 } },
    ],
  },
})
