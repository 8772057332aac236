import { type Day, dayInWords } from '@strandline/domain/day'

/** There is no plan with that id, or none that this viewer may see. */
export class NoSuchPlan extends Error {
  constructor(planId: string) {
    super(`There is no plan called “${planId}”. Check the address, or choose a plan from the list.`)
  }
}

/** A day that the plan cannot be seen as at, with the days between which it can. */
class DayRefused extends Error {
  readonly beganOn: Day
  readonly today: Day
  constructor(message: string, beganOn: Day, today: Day) {
    super(message)
    this.beganOn = beganOn
    this.today = today
  }
}

/** The day asked for is before the plan's first. */
export class PlanNotBegun extends DayRefused {
  constructor(beganOn: Day, today: Day) {
    super(`This plan began on ${dayInWords(beganOn)}. Choose that day or a later one.`, beganOn, today)
  }
}

/** The day asked for has not come yet on the plan's own clock. */
export class DateNotReached extends DayRefused {
  constructor(beganOn: Day, today: Day) {
    super(`That date has not been reached. Choose ${dayInWords(today)} or an earlier day.`, beganOn, today)
  }
}
