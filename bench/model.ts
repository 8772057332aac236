import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { registerOf } from '../packages/domain/src/assumption.ts'
import { explainYear } from '../packages/domain/src/explanation.ts'
import { type ModelYear, project } from '../packages/domain/src/financial-model.ts'
import { readModel } from '../packages/domain/src/model-file.ts'
import { NOTHING } from '../packages/domain/src/money.ts'
import { simulate } from '../packages/domain/src/simulation.ts'

const read = readModel(
  parse(readFileSync(path.join(import.meta.dirname, '../docs/model-example.yaml'), 'utf8')),
)
if (!read.ok) throw new Error(read.problems.join('\n'))
const { base, assumptions } = read.model

function milliseconds(times: number, work: () => unknown): number {
  work()
  const began = performance.now()
  for (let time = 0; time < times; time++) work()
  return (performance.now() - began) / times
}

const keystroke = milliseconds(200, () => {
  const register = registerOf(assumptions)
  return project(base, register).map(({ year }) => explainYear(base, register, year))
})
const last = (years: readonly ModelYear[]) => years.at(-1)?.mitigated.cumulative ?? NOTHING
const simulation = milliseconds(3, () =>
  simulate(base, registerOf(assumptions), [last], { runs: 10_000, seed: 1 }),
)
console.log(
  `A change of one cell, worked out and explained for every year: ${keystroke.toFixed(2)} ms (aim: under 50)`,
)
console.log(`A simulation of 10,000 runs: ${simulation.toFixed(0)} ms (aim: under 1000)`)
