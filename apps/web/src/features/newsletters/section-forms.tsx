import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn } from '../../ui/form-values.ts'
import { MarkdownField } from './markdown-field.tsx'
import type { DraftShown, SectionShown } from './newsletter-page.tsx'

/** What the editor may want to look at before sending the issue. */
export function Hints({ draft: { sections, unexplained } }: { readonly draft: DraftShown }) {
  const stale = sections.flatMap(({ disagreements, heading }) =>
    disagreements.map((sentence) => ({ heading, sentence })),
  )
  return (
    <>
      {stale.length > 0 && (
        <>
          <p>
            <strong>The plan would no longer say this:</strong>
          </p>
          <ul>
            {stale.map(({ heading, sentence }) => (
              <li key={`${heading} ${sentence}`}>
                {heading}: {sentence}
              </li>
            ))}
          </ul>
        </>
      )}
      {unexplained.length > 0 && (
        <p className="quiet">
          Used before it is spelled out:{' '}
          {unexplained.map(({ abbreviation, words }) => `${abbreviation} (${words})`).join('; ')}. Write the
          words first, and the abbreviation in brackets.
        </p>
      )}
    </>
  )
}

const EditSectionForm_save = graphql(`
  mutation EditSectionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditSectionInput!
  ) {
    editSection(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const PlaceSectionForm_save = graphql(`
  mutation PlaceSectionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PlaceSectionInput!
  ) {
    placeSection(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const DropSectionForm_save = graphql(`
  mutation DropSectionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropSectionInput!
  ) {
    dropSection(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface SectionFormsProps {
  readonly section: SectionShown
  /** The section that it follows once it has gone up by one; none where it is then the first. */
  readonly before: SectionShown | undefined
  readonly isFirst: boolean
  readonly revision: number
  readonly figures: readonly { readonly name: string; readonly words: string }[]
}

export function SectionForms({ section, before, isFirst, revision, figures }: SectionFormsProps) {
  const { id, heading, body, readingAge } = section
  return (
    <>
      {readingAge !== null && readingAge > 14 && (
        <p className="quiet">
          Followed easily from about age {readingAge}. Shorter sentences and words bring it down.
        </p>
      )}
      <CommandForm
        title={`Edit “${heading}”`}
        submit="Keep the section"
        name={`section ${id}`}
        document={EditSectionForm_save}
        revision={revision}
        problemsIn={(form) =>
          missingIn(form, { heading: 'Give the section a heading.', body: 'Write the text.' })
        }
        inputOf={(form) => ({
          sectionId: id,
          heading: textIn(form, 'heading'),
          body: textIn(form, 'body').replaceAll('\r\n', '\n'),
        })}
      >
        <TextField name="heading" label="Heading" initial={heading} />
        <MarkdownField name="body" label="Text" initial={body} figures={figures} />
      </CommandForm>
      {!isFirst && (
        <CommandForm
          title={`Move “${heading}” up`}
          submit="Move it up"
          name={`place ${id}`}
          document={PlaceSectionForm_save}
          revision={revision}
          inputOf={() => ({ sectionId: id, afterId: before?.id ?? null })}
        >
          <p>It will stand before the section that is now above it.</p>
        </CommandForm>
      )}
      <CommandForm
        title={`Take “${heading}” out`}
        submit="Take it out"
        name={`drop ${id}`}
        document={DropSectionForm_save}
        revision={revision}
        inputOf={() => ({ sectionId: id })}
      >
        <p>It stays on record.</p>
      </CommandForm>
    </>
  )
}
