// Lines that the compiler must refuse. Where one begins to compile, `tsc` fails on its unused expectation.
import { edit, moveMilestone } from '../src/command.ts'
import { agreedTransfers, rollForward } from '../src/funding.ts'
import { inPounds, type Pence, plus, pounds } from '../src/money.ts'
import { findRow } from '../src/plan.ts'
import { isOverdue } from '../src/rag.ts'
import { visibleTo } from '../src/visibility.ts'
import { aMilestone, anAction, aPlan } from './a-plan.ts'

const plan = aPlan()

// @ts-expect-error a number of pounds is not pence
plus(pounds(5), 5_600_000)
// @ts-expect-error a number is not pence until somebody says which it is
inPounds(5_600_000)
// @ts-expect-error arithmetic leaves the pence behind: the sum goes through plus() or total()
export const sum: Pence = pounds(1) + pounds(2)
// @ts-expect-error a balance is not the text of a balance
rollForward('-5.6m', pounds(1))
// @ts-expect-error a year stands after the plan, not before
agreedTransfers(2020, plan)
// @ts-expect-error the date of a person is not ISO text
moveMilestone(plan, 'milestone-1', '13 February 2020')
// @ts-expect-error today is an argument, never a clock
isOverdue(anAction())
// @ts-expect-error a date is text, never a moment of the computer's clock
isOverdue(anAction(), new Date())
// @ts-expect-error a rating that is not on the list
anAction({ deliveryRag: 'PURPLE' })
// @ts-expect-error a role that nobody holds
visibleTo(plan, { personId: null, roles: [{ role: 'EVERYBODY', strandId: null, actionId: null }] })
// @ts-expect-error money in an edit is pence
edit(plan, { savingYear: { 'saving-1': { planned: 5_600_000 } } })
// @ts-expect-error a field of another kind of row
edit(plan, { strand: { 'strand-1': { deliveryRag: 'RED' } } })
// @ts-expect-error a kind of row that a plan does not have
findRow(plan, 'budget', 'budget-1')
// @ts-expect-error a milestone is succeeded by the next, never altered
aMilestone().currentDate = '2020-06-30'
// @ts-expect-error a plan is a value
plan.revision = 2
