import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { registerOf } from '../packages/domain/src/assumption.ts'
import { explainedInLines, explainYear } from '../packages/domain/src/explanation.ts'
import { project } from '../packages/domain/src/financial-model.ts'
import { modelAsCsv } from '../packages/domain/src/model-csv.ts'
import { readModel } from '../packages/domain/src/model-file.ts'

/** Works out a model from a file and prints its years; with a year, how that year's balance is made. */
const [file, year] = process.argv.slice(2).filter((text) => text !== '--')

if (file === undefined) {
  console.error('Usage: pnpm model FILE [YEAR], for example: pnpm model docs/model-example.yaml 2020-21')
  process.exitCode = 1
} else run(file)

function run(path: string): void {
  const read = readModel(parse(readFileSync(path, 'utf8')))
  if (!read.ok) {
    console.error(
      `${path} cannot be worked out:\n${read.problems.map((problem) => `- ${problem}`).join('\n')}`,
    )
    process.exitCode = 1
    return
  }
  const { base, assumptions } = read.model
  const register = registerOf(assumptions)
  if (year === undefined) {
    process.stdout.write(modelAsCsv(project(base, register)))
    return
  }
  const explained = explainYear(base, register, Number(year.slice(0, 4)))
  console.log(explained ? explainedInLines(explained).join('\n') : `The model does not reach ${year}.`)
}
