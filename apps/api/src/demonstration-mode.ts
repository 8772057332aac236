import type { Store } from '@strandline/store/store'

/** Whether anybody may choose who to be. It goes off at the first account, and stays off. */
export class DemonstrationMode {
  #isOn: boolean

  private constructor(isOn: boolean) {
    this.#isOn = isOn
  }

  /** On where it was asked for and there is no account. */
  static async begin(store: Store, isAskedFor: boolean): Promise<DemonstrationMode> {
    return new DemonstrationMode(isAskedFor && !(await store.accounts.exists()))
  }

  get isOn(): boolean {
    return this.#isOn
  }

  /** Nobody who was chosen stays signed in. */
  async goOff(store: Store): Promise<void> {
    this.#isOn = false
    await store.sessions.endDemonstrations()
  }
}
