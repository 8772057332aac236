import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const api = `http://127.0.0.1:${process.env.PORT ?? 4000}`

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, proxy: { '/graphql': api, '/health': api, '^/plans/.*\\.ics$': api } },
  build: { outDir: 'dist/client', manifest: true, sourcemap: true, assetsInlineLimit: 0 },
  // The domain is TypeScript source; a server bundle that holds everything needs no node_modules to run.
  ssr: { noExternal: true },
})
