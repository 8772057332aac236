import { listInWords } from '@strandline/domain/dependency'
import { findRow, isHeldOn, type Plan as PlanValue, rowsOf, strandTitle } from '@strandline/domain/plan'
import { type Viewer as ViewerValue, viewerOf } from '@strandline/domain/viewer'
import { inSentence, type Role, roles } from '@strandline/domain/vocabulary'
import type { Context } from '../context.ts'
import { findSeen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { Person, Plan } from './refs.ts'

/** Roles as a person says them: "strand lead of Strand 2 and cabinet member". */
function rolesInWords(plan: PlanValue, { roles: held }: ViewerValue): string {
  const words = [...new Set(held.map(({ role, strandId }) => roleInWords(plan, role, strandId)))]
  return words.length > 0 ? listInWords(words) : 'no role'
}

function roleInWords(plan: PlanValue, role: Role, strandId: string | null): string {
  const strand = findRow(plan, 'strand', strandId)
  const words = inSentence(roles[role])
  return strand ? `${words} of ${strandTitle(plan, strand)}` : words
}

const Viewer = builder.objectRef<Context>('Viewer').implement({
  description: 'Who is asking.',
  fields: (t) => ({
    name: t.string({
      nullable: true,
      description: 'The name; null for the public.',
      resolve: ({ signedIn }) => signedIn?.name ?? null,
    }),
    isAdministrator: t.boolean({
      description: 'True for an administrator of this installation.',
      resolve: ({ signedIn }) => signedIn?.isAdministrator ?? false,
    }),
    councilSignIn: t.string({
      nullable: true,
      description: "What the council's own sign-in is called, where there is one.",
      resolve: ({ councilSignIn }) => councilSignIn,
    }),
    hasAccount: t.boolean({
      description: 'True for whoever has signed in with an account of this site.',
      resolve: ({ signedIn }) => Boolean(signedIn?.accountId),
    }),
    isDemonstration: t.boolean({
      description: 'True while anybody may choose who to be, to try the product.',
      resolve: ({ isDemonstration }) => isDemonstration,
    }),
  }),
})

builder.queryField('viewer', (t) =>
  t.field({
    type: Viewer,
    description: 'Who is asking, as this site knows them.',
    resolve: (_, __, context) => context,
  }),
)

const Choice = builder
  .objectRef<{ view: View; personId: string; roles: string }>('DemonstrationPerson')
  .implement({
    description: 'Somebody whom anybody may choose to be, to try the product.',
    fields: (t) => ({
      personId: t.exposeID('personId', { description: 'The id of the person.' }),
      name: t.string({
        description: 'The name, or the title of the post.',
        resolve: ({ view, personId }) => view.plan.tables.person[personId]?.name ?? 'Somebody',
      }),
      roles: t.exposeString('roles', { description: 'What they do, in words.' }),
    }),
  })

builder.objectFields(Plan, (t) => ({
  me: t.field({
    type: Person,
    nullable: true,
    description: 'The person of this plan who is asking; null for anybody else.',
    resolve: (view) => (view.viewer.personId ? findSeen(view, 'person', view.viewer.personId) : null),
  }),
  myRoles: t.string({
    nullable: true,
    description: 'The roles of the person who is asking, in words.',
    resolve: ({ plan, viewer }) => (viewer.roles.length > 0 ? rolesInWords(plan, viewer) : null),
  }),
  demonstrationPeople: t.field({
    type: [Choice],
    description: 'Who can be chosen in demonstration mode; empty outside it.',
    resolve: (view) => {
      if (!view.context.isDemonstration) return []
      const held = rowsOf(view.plan, 'assignment').filter((of) => isHeldOn(of, view.today))
      const ids = [...new Set(held.map(({ personId }) => personId))]
      return ids.map((personId) =>
        seen(view, { personId, roles: rolesInWords(view.plan, viewerOf(view.plan, personId, view.today)) }),
      )
    },
  }),
}))
