import { isPublishedAfter } from '@strandline/domain/source'
import { Provenance } from './enums.ts'
import { Source } from './refs.ts'

Source.implement({
  description: 'Where a figure, a date or a sentence comes from.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    title: t.exposeString('title', { description: 'What the source is called.' }),
    publisher: t.exposeString('publisher', { description: 'Who published it.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was published, where known.',
    }),
    provenance: t.expose('provenance', {
      type: Provenance,
      description: 'Whether it was published or is illustrative.',
    }),
    url: t.exposeString('url', { nullable: true, description: 'Where it can be read.' }),
    licence: t.exposeString('licence', {
      nullable: true,
      description: 'The licence that its data is used under.',
    }),
    note: t.exposeString('note', { nullable: true, description: 'What a reader should know about it.' }),
    isLaterThanPlan: t.boolean({
      description:
        'True when it was published after the day that the plan is seen from, so nobody could have known it then.',
      resolve: (source) => isPublishedAfter(source, source.view.today),
    }),
  }),
})
