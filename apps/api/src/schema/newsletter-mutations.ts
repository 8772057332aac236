import type { ComposedSection } from '@strandline/domain/newsletter'
import {
  addSection,
  type BegunNewsletter,
  beginNewsletter,
  correctNewsletter,
  decideNewsletter,
  dropSection,
  editSection,
  placeSection,
  publishNewsletter,
  sendNewsletter,
} from '@strandline/domain/newsletter-commands'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'

const SectionInput = builder.inputRef<ComposedSection>('SectionInput').implement({
  description: 'A section as it was composed.',
  fields: (t) => ({
    heading: t.string({ description: 'The heading.' }),
    body: t.string({ description: 'The text, in Markdown.' }),
  }),
})

const BeginNewsletterInput = builder.inputRef<BegunNewsletter>('BeginNewsletterInput').implement({
  description: 'The next issue of the newsletter.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.' }),
    fromDay: t.field({ type: 'Day', required: false, description: 'The day since which it tells changes.' }),
    sections: t.field({ type: [SectionInput], description: 'Its sections, as they were composed.' }),
  }),
})

commandField('beginNewsletter', {
  description: 'Begins the next issue as a draft. One is worked on at a time.',
  input: BeginNewsletterInput,
  command: beginNewsletter,
})

const EditSectionInput = builder.inputRef<InputOf<typeof editSection>>('EditSectionInput').implement({
  description: 'What a section is to say. What is left out stays as it is.',
  fields: (t) => ({
    sectionId: t.id({ description: 'The id of the section.' }),
    heading: t.string({ required: false, description: 'The heading.' }),
    body: t.string({ required: false, description: 'The text, in Markdown, with figures by name.' }),
  }),
})

commandField('editSection', {
  description: 'Changes a section of a draft.',
  input: EditSectionInput,
  command: editSection,
})

const AddSectionInput = builder.inputRef<InputOf<typeof addSection>>('AddSectionInput').implement({
  description: 'A section that the plan did not compose.',
  fields: (t) => ({
    newsletterId: t.id({ description: 'The id of the newsletter.' }),
    heading: t.string({ description: 'The heading.' }),
    body: t.string({ description: 'The text, in Markdown, with figures by name.' }),
  }),
})

commandField('addSection', {
  description: 'Adds a section at the end of a draft.',
  input: AddSectionInput,
  command: addSection,
})

const PlaceSectionInput = builder.inputRef<InputOf<typeof placeSection>>('PlaceSectionInput').implement({
  description: 'Where a section is to stand.',
  fields: (t) => ({
    sectionId: t.id({ description: 'The id of the section.' }),
    afterId: t.id({ required: false, description: 'The section that it follows; without it, it is first.' }),
  }),
})

commandField('placeSection', {
  description: 'Puts a section of a draft after another, or first.',
  input: PlaceSectionInput,
  command: placeSection,
})

const DropSectionInput = builder.inputRef<InputOf<typeof dropSection>>('DropSectionInput').implement({
  description: 'A section that is not wanted.',
  fields: (t) => ({ sectionId: t.id({ description: 'The id of the section.' }) }),
})

commandField('dropSection', {
  description: 'Takes a section out of a draft. It stays on record.',
  input: DropSectionInput,
  command: dropSection,
})

const NewsletterInput = builder.inputRef<InputOf<typeof sendNewsletter>>('NewsletterInput').implement({
  description: 'A newsletter.',
  fields: (t) => ({ newsletterId: t.id({ description: 'The id of the newsletter.' }) }),
})

commandField('sendNewsletter', {
  description: 'Sends a draft for approval.',
  input: NewsletterInput,
  command: sendNewsletter,
})

const DecideNewsletterInput = builder
  .inputRef<InputOf<typeof decideNewsletter>>('DecideNewsletterInput')
  .implement({
    description: 'What is said to a newsletter in review.',
    fields: (t) => ({
      newsletterId: t.id({ description: 'The id of the newsletter.' }),
      isApproved: t.boolean({ description: 'True to approve it, false to return it.' }),
      reason: t.string({ required: false, description: 'Why; needed where it is returned.' }),
    }),
  })

commandField('decideNewsletter', {
  description: 'Approves a newsletter, or returns it with a reason. Nobody approves what they have sent.',
  input: DecideNewsletterInput,
  command: decideNewsletter,
})

commandField('publishNewsletter', {
  description: 'Publishes an approved newsletter with its figures of today. It then stays as it is.',
  input: NewsletterInput,
  command: publishNewsletter,
})

const CorrectNewsletterInput = builder
  .inputRef<InputOf<typeof correctNewsletter>>('CorrectNewsletterInput')
  .implement({
    description: 'A correction of a published newsletter.',
    fields: (t) => ({
      newsletterId: t.id({ description: 'The id of the newsletter.' }),
      words: t.string({ description: 'What is corrected.' }),
    }),
  })

commandField('correctNewsletter', {
  description: 'Adds a correction to a published newsletter, beside what was published.',
  input: CorrectNewsletterInput,
  command: correctNewsletter,
})
