import fs from 'node:fs'

/** Playwright wants a default export here. The server may still be closing, so removal is tried again for a while. */
export default function removeData() {
  const data = process.env.E2E_DATA
  if (data) fs.rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
