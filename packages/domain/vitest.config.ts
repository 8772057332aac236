import { defineConfig } from 'vitest/config'

// For mutation tests, which run this room alone; everything else goes through the configuration at the top.
export default defineConfig({ test: { include: ['test/**/*.test.ts'] } })
