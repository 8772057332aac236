import { report } from './report.ts'
import { codegen, generate, lint, tests, types } from './steps.ts'

await report([generate, codegen, lint, types, tests(['domain', 'web', 'tools'])])
