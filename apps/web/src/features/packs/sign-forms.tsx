import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { WordsField } from '../../ui/form-fields.tsx'
import { missingIn, textIn } from '../../ui/form-values.ts'
import { type PackShown, signerInWords } from './pack-page.tsx'

const SignPackForm_save = graphql(`
  mutation SignPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: SignPackInput!
  ) {
    signPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const ReturnPackForm_save = graphql(`
  mutation ReturnPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReturnPackInput!
  ) {
    returnPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface SignFormsProps {
  readonly pack: PackShown
  readonly revision: number
}

/** For whoever the paper waits for: to sign it, or to give it back. */
export function SignForms({ pack: { id, awaited }, revision }: SignFormsProps) {
  return awaited
    .filter(({ viewerCanSign }) => viewerCanSign)
    .map((of) => {
      const strandId = of.strand?.id ?? null
      const role = signerInWords(of)
      return (
        <section key={role} aria-label={`Sign as ${role}`}>
          <CommandForm
            title={`Sign as ${role}`}
            submit="Sign it"
            name={`sign ${id} ${of.step} ${strandId}`}
            document={SignPackForm_save}
            revision={revision}
            problemsIn={(form) => missingIn(form, { statement: 'Say what you sign, in a sentence.' })}
            inputOf={(form) => ({
              packId: id,
              step: of.step,
              strandId,
              statement: textIn(form, 'statement'),
            })}
          >
            <WordsField
              name="statement"
              label="Statement"
              hint="Your name, role and the time stand beside it in the paper."
            />
          </CommandForm>
          <CommandForm
            title="Give it back"
            submit="Give the paper back"
            name={`return ${id} ${of.step} ${strandId}`}
            document={ReturnPackForm_save}
            revision={revision}
            problemsIn={(form) => missingIn(form, { returnReason: 'Say what has to change.' })}
            inputOf={(form) => ({ packId: id, strandId, reason: textIn(form, 'returnReason') })}
          >
            <WordsField
              name="returnReason"
              label="What has to change"
              hint="It goes back to its draft, and everybody signs anew."
            />
          </CommandForm>
        </section>
      )
    })
}
