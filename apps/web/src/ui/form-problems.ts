import { createContext, useContext } from 'react'

/** What is wrong with one field, and what to do. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

interface FormProblems {
  /** Begins the id of every field, so that two forms of a page have no id in common. */
  readonly formId: string
  readonly problems: readonly FieldProblem[]
}

export const FormProblemsContext = createContext<FormProblems>({ formId: 'form', problems: [] })

/** The id of a field of the form around it, and what is wrong with it. */
export function useField(name: string): { readonly id: string; readonly problem: string | null } {
  const { formId, problems } = useContext(FormProblemsContext)
  const found = problems.filter(({ field }) => field === name).map(({ message }) => message)
  return { id: `${formId}-${name}`, problem: found.join(' ') || null }
}
