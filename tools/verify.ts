import { report } from './report.ts'
import { codegen, generate, journeys, lint, migrations, schema, tests, types, web } from './steps.ts'

await report([generate, schema, codegen, lint, types, migrations, tests(), web, journeys])
