import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server for this run, as its superuser; empty where there is none. */
    postgres: string
    whyNoPostgres: string
  }
}

/** One server for the whole run, thrown away at its end. */
export default async function setup(project: TestProject) {
  let cluster: Cluster | undefined
  let why = ''
  try {
    cluster = await startCluster()
  } catch (problem) {
    why = (problem as Error).message
    console.warn(`PostgreSQL half SKIPPED: ${why}`)
  }
  project.provide('postgres', cluster?.url ?? '')
  project.provide('whyNoPostgres', why)
  return () => cluster?.stop()
}
