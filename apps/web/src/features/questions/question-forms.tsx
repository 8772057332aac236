import { planCharts } from '@strandline/domain/vocabulary'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, WordsField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { QuestionShown } from './questions-page.tsx'

const AskForm_save = graphql(`
  mutation AskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AskQuestionInput!
  ) {
    askQuestion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface AskFormProps {
  readonly strands: readonly { readonly id: string; readonly title: string; readonly name: string }[]
  readonly actions: readonly { readonly id: string; readonly name: string }[]
  readonly revision: number
}

const capital = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** Asks of the whole plan, a strand, a chart or an action; a link can say which. */
export function AskForm({ strands, actions, revision }: AskFormProps) {
  const [search] = useSearchParams()
  const about = (form: FormData, kind: string) => {
    const [of, id] = textIn(form, 'about').split(' ')
    return of === kind ? (id ?? null) : null
  }
  return (
    <CommandForm
      title="Ask or say something"
      submit="Send it"
      name="question"
      document={AskForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { words: 'Write your question or comment.' })}
      inputOf={(form) => ({
        words: textIn(form, 'words'),
        strandId: about(form, 'strand'),
        actionId: about(form, 'action'),
        chart: about(form, 'chart') as keyof typeof planCharts | null,
      })}
    >
      <ChoiceField
        name="about"
        label="About"
        initial={search.get('about')}
        choices={[
          ['', 'The whole plan'],
          ...strands.map(({ id, title, name }) => [`strand ${id}`, `${title}, ${name}`] as const),
          ...Object.entries(planCharts).map(([id, name]) => [`chart ${id}`, capital(name)] as const),
          ...actions.map(({ id, name }) => [`action ${id}`, name] as const),
        ]}
      />
      <WordsField
        name="words"
        label="Your question or comment"
        hint="The reference group and the council read it. It is not public unless it is made so. Name no child."
      />
    </CommandForm>
  )
}

const AnswerForm_save = graphql(`
  mutation AnswerForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AnswerQuestionInput!
  ) {
    answerQuestion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface FormProps {
  readonly question: QuestionShown
  readonly revision: number
}

export function AnswerForm({ question, actions, revision }: FormProps & Pick<AskFormProps, 'actions'>) {
  return (
    <CommandForm
      title={question.answer ? 'Answer it again' : 'Answer it'}
      submit="Send the answer"
      name={`answer ${question.id}`}
      document={AnswerForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { answer: 'Write the answer.' })}
      inputOf={(form) => ({
        questionId: question.id,
        answer: textIn(form, 'answer'),
        changedActionId: textOrNull(form, 'changedActionId'),
      })}
    >
      <WordsField name="answer" label="Answer" initial={question.answer} />
      <ChoiceField
        name="changedActionId"
        label="What it has changed"
        hint="The action that is new or otherwise because of this question."
        initial={question.changedAction?.id}
        choices={[['', 'Nothing in the plan'], ...actions.map(({ id, name }) => [id, name] as const)]}
      />
    </CommandForm>
  )
}

const ShowForm_save = graphql(`
  mutation ShowForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ShowQuestionInput!
  ) {
    showQuestion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function ShowForm({ question: { id, isPublic }, revision }: FormProps) {
  return (
    <CommandForm
      title={isPublic ? 'Make it no longer public' : 'Make it public'}
      submit={isPublic ? 'Take it back' : 'Publish it'}
      name={`show ${id}`}
      document={ShowForm_save}
      revision={revision}
      inputOf={() => ({ questionId: id, isPublic: !isPublic })}
    >
      <p>
        {isPublic
          ? 'The reference group and the council still read it.'
          : 'Everybody can then read the question, who asked it, and the answer.'}
      </p>
    </CommandForm>
  )
}

const WithdrawForm_save = graphql(`
  mutation WithdrawForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: WithdrawQuestionInput!
  ) {
    withdrawQuestion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function WithdrawForm({ question: { id }, revision }: FormProps) {
  return (
    <CommandForm
      title="Withdraw it"
      submit="Withdraw the question"
      name={`withdraw ${id}`}
      document={WithdrawForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { reason: 'Say why it is withdrawn.' })}
      inputOf={(form) => ({ questionId: id, reason: textIn(form, 'reason') })}
    >
      <WordsField name="reason" label="Why" hint="For example that it names a child. It stays on record." />
    </CommandForm>
  )
}
