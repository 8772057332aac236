import type { Counts } from './counts.ts'
import type { Ran } from './run.ts'
import type { Step } from './steps.ts'

/** Runs every step, also after one has failed, and ends with one line of counts. */
export async function report(steps: Step[]) {
  const total: Counts = { passed: 0, failed: 0, skipped: 0 }
  for (const step of steps) {
    const began = performance.now()
    const { ok, output } = await attempt(step)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${ok ? 'ok  ' : 'FAIL'}  ${step.name} (${seconds} s)`)
    if (!ok) console.log(output.replaceAll(/^/gm, '      '))
    for (const line of output.match(/^.*SKIPPED: .*$/gm) ?? []) console.log(`      ${line}`)
    add(total, { passed: Number(ok), failed: Number(!ok), skipped: 0 })
    if (step.counts) add(total, step.counts())
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

async function attempt(step: Step): Promise<Ran> {
  try {
    return await step.work()
  } catch (problem) {
    return { ok: false, output: (problem as Error).message }
  }
}

function add(total: Counts, more: Counts) {
  total.passed += more.passed
  total.failed += more.failed
  total.skipped += more.skipped
}
