import { type Command, edit, refused } from './command.ts'
import { type Given, given } from './editing.ts'
import { noVersion } from './forecast-commands.ts'
import type { ScenarioRow } from './model.ts'
import { wholePlan } from './permission.ts'
import { findRow } from './plan.ts'
import { modelOf, scenariosOf } from './plan-model.ts'

/** A "what if" to be kept beside a version. Points are hundredths of a per cent. */
export type KeptScenario = { readonly versionId: string } & Pick<ScenarioRow, 'name' | 'isTransferRefused'> &
  Given<
    Pick<
      ScenarioRow,
      'growthBy' | 'inflationBy' | 'allocationBy' | 'lateActionId' | 'lateMonths' | 'overrideEnds'
    >
  >

/** Keeps a named scenario beside a version that has a model. */
export const keepScenario: Command<KeptScenario> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { versionId, name, ...sent }, { newId }) => {
    const version = findRow(plan, 'forecastVersion', versionId)
    if (!version) return noVersion(versionId)
    const no = (field: string, message: string) => refused('scenario', newId, field, message)
    const { growthBy, inflationBy, allocationBy, lateActionId, lateMonths, overrideEnds } = sent
    if (!modelOf(plan, version)) return no('versionId', 'This version has no model to suppose anything of.')
    const isTaken = scenariosOf(plan, versionId).some((of) => of.name.trim() === name.trim())
    if (isTaken) return no('name', 'There is a scenario of this name: choose another.')
    if (Boolean(lateActionId) !== Boolean(lateMonths))
      return no('lateMonths', 'Choose the action that is late, and say by how many months.')
    if (lateMonths && (lateMonths < 1 || lateMonths > 60))
      return no('lateMonths', 'An action may be late by 1 to 60 months.')
    const supposes = [growthBy, inflationBy, allocationBy, lateMonths, overrideEnds, sent.isTransferRefused]
    if (!supposes.some(Boolean)) return no('name', 'Suppose something: a scenario of nothing is the plan.')
    return edit(plan, { scenario: { [newId]: { ...given(sent), versionId, name } } })
  },
  why: (_, { name }) => `Kept the scenario “${name}”`,
}

/** Drops a scenario from the page; it stays on record. */
export const dropScenario: Command<{ readonly scenarioId: string }> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { scenarioId }, { today }) =>
    findRow(plan, 'scenario', scenarioId)
      ? edit(plan, { scenario: { [scenarioId]: { droppedOn: today } } })
      : refused('scenario', scenarioId, 'id', 'There is no such scenario in this plan.'),
  why: (plan, { scenarioId }) =>
    `Dropped the scenario “${findRow(plan, 'scenario', scenarioId)?.name ?? 'of no name'}”`,
}
