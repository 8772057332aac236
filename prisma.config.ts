import path from 'node:path'
import { defineConfig } from 'prisma/config'

// generate, validate and format never run this binary, but without it the CLI downloads one.
if (process.platform !== 'win32') {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, 'tools/no-schema-engine.sh')
}

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
})
