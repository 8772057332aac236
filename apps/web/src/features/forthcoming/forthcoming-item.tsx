import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ForthcomingItem_ItemFragment } from '../../generated/graphql.ts'
import { ActionLink, PlanLink, StrandLink } from '../../ui/plan-link.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import styles from './forthcoming.module.css'

const ForthcomingItem_item = graphql(`
  fragment ForthcomingItem_item on Forthcoming {
    id
    kind
    title
    detail
    decidedBy
    day
    when
    strand {
      id
      title
    }
    action {
      id
      name
    }
    source {
      ...SourceLink_source
    }
  }
`)

export function ForthcomingItem({
  item: masked,
}: {
  readonly item: FragmentType<typeof ForthcomingItem_item>
}) {
  const item = unmask(ForthcomingItem_item, masked)
  const { title, detail, decidedBy, day, when, strand, source } = item
  return (
    <li className={styles.item}>
      <p className={styles.when}>{day ? <time dateTime={day}>{when}</time> : when}</p>
      <div>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.detail}>
          {detail}
          <ActionOf item={item} />
          <MeetingsOf item={item} />
          {strand && (
            <>
              {', '}
              <StrandLink id={strand.id}>{strand.title}</StrandLink>
            </>
          )}
          {decidedBy && `. Decided by ${decidedBy}`}
        </p>
        <p className={styles.detail}>
          <span className="small">
            Source: <SourceLink source={source} />
          </span>
        </p>
      </div>
    </li>
  )
}

/** Where to read more; an action that is itself the item has its name above. */
function ActionOf({ item: { kind, action } }: { readonly item: ForthcomingItem_ItemFragment }) {
  if (!action) return null
  return kind === 'ACTION' ? (
    <>
      {', '}
      <ActionLink id={action.id}>
        see the action<span className="visually-hidden"> {action.name}</span>
      </ActionLink>
    </>
  ) : (
    <>
      {' of '}
      <ActionLink id={action.id}>{action.name}</ActionLink>
    </>
  )
}

/** Where the agenda of a meeting stands, or how to take part in a consultation. */
function MeetingsOf({ item: { kind, id, title } }: { readonly item: ForthcomingItem_ItemFragment }) {
  if (kind !== 'MEETING' && kind !== 'CONSULTATION_OPENS' && kind !== 'CONSULTATION_CLOSES') return null
  return (
    <>
      {', '}
      <PlanLink to={`meetings#${encodeURIComponent(id)}`}>
        {kind === 'MEETING' ? 'see the meeting' : 'see the consultation'}
        <span className="visually-hidden"> {title}</span>
      </PlanLink>
    </>
  )
}
