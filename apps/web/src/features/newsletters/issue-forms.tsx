import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextField, WordsField } from '../../ui/form-fields.tsx'
import { missingIn, textIn } from '../../ui/form-values.ts'
import type { IssueShown } from './newsletter-page.tsx'

interface FormProps {
  readonly issue: IssueShown
  readonly revision: number
}

const AddSectionForm_save = graphql(`
  mutation AddSectionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddSectionInput!
  ) {
    addSection(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function AddSectionForm({ issue, revision }: FormProps) {
  return (
    <CommandForm
      title="Add a section"
      submit="Add the section"
      name={`add section ${issue.id}`}
      document={AddSectionForm_save}
      revision={revision}
      problemsIn={(form) =>
        missingIn(form, { heading: 'Give the section a heading.', body: 'Write the text.' })
      }
      inputOf={(form) => ({
        newsletterId: issue.id,
        heading: textIn(form, 'heading'),
        body: textIn(form, 'body'),
      })}
    >
      <TextField name="heading" label="Heading" />
      <WordsField name="body" label="Text" hint="The section stands at the end; move it up from there." />
    </CommandForm>
  )
}

const SendNewsletterForm_save = graphql(`
  mutation SendNewsletterForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: NewsletterInput!
  ) {
    sendNewsletter(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const PublishNewsletterForm_save = graphql(`
  mutation PublishNewsletterForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: NewsletterInput!
  ) {
    publishNewsletter(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const CorrectNewsletterForm_save = graphql(`
  mutation CorrectNewsletterForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: CorrectNewsletterInput!
  ) {
    correctNewsletter(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** What comes next for an issue, for whoever works on it. */
export function IssueForms({ issue: { id, status }, revision }: FormProps) {
  switch (status) {
    case 'DRAFT':
      return (
        <CommandForm
          title="Send it for approval"
          submit="Send it"
          name={`send ${id}`}
          document={SendNewsletterForm_save}
          revision={revision}
          inputOf={() => ({ newsletterId: id })}
        >
          <p>Somebody else approves it. It cannot be edited until it comes back.</p>
        </CommandForm>
      )
    case 'APPROVED':
      return (
        <CommandForm
          title="Publish it"
          submit="Publish the issue"
          name={`publish ${id}`}
          document={PublishNewsletterForm_save}
          revision={revision}
          inputOf={() => ({ newsletterId: id })}
        >
          <p>
            Everybody can then read it, with the figures of today. It stays as it is; a mistake is corrected
            in sight.
          </p>
        </CommandForm>
      )
    case 'PUBLISHED':
      return (
        <CommandForm
          title="Correct it"
          submit="Publish the correction"
          name={`correct ${id}`}
          document={CorrectNewsletterForm_save}
          revision={revision}
          problemsIn={(form) => missingIn(form, { words: 'Say what is corrected.' })}
          inputOf={(form) => ({ newsletterId: id, words: textIn(form, 'words') })}
        >
          <WordsField name="words" label="Correction" hint="It stands above the issue, with its date." />
        </CommandForm>
      )
    default:
      return <p>It waits for approval.</p>
  }
}

const DecideNewsletterForm_save = graphql(`
  mutation DecideNewsletterForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DecideNewsletterInput!
  ) {
    decideNewsletter(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function DecideForms({ issue: { id }, revision }: FormProps) {
  return (
    <>
      <CommandForm
        title="Approve it"
        submit="Approve the issue"
        name={`approve ${id}`}
        document={DecideNewsletterForm_save}
        revision={revision}
        inputOf={() => ({ newsletterId: id, isApproved: true })}
      >
        <p>It can then be published as it reads here.</p>
      </CommandForm>
      <CommandForm
        title="Return it"
        submit="Return the issue"
        name={`return ${id}`}
        document={DecideNewsletterForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { reason: 'Say what has to change.' })}
        inputOf={(form) => ({ newsletterId: id, isApproved: false, reason: textIn(form, 'reason') })}
      >
        <WordsField name="reason" label="What has to change" />
      </CommandForm>
    </>
  )
}
