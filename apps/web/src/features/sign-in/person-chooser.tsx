import { Link } from 'react-router'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { planPath } from '../../ui/plan-link.tsx'
import styles from './sign-in.module.css'

const PersonChooser_plan = graphql(`
  fragment PersonChooser_plan on Plan {
    id
    title
    authority {
      name
    }
    demonstrationPeople {
      personId
      name
      roles
    }
  }
`)

interface PersonChooserProps {
  readonly plan: FragmentType<typeof PersonChooser_plan>
  readonly back: string
}

/** A plain form: it works before any script has run. */
export function PersonChooser({ plan: masked, back }: PersonChooserProps) {
  const { id, title, authority, demonstrationPeople } = unmask(PersonChooser_plan, masked)
  return (
    <section aria-labelledby={`people-of-${id}`}>
      <h2 id={`people-of-${id}`}>
        {authority.name}: {title}
      </h2>
      <form method="post" action="/sign-in/demonstration">
        <input type="hidden" name="plan" value={id} />
        <input type="hidden" name="return" value={back} />
        <ul className={styles.people}>
          {demonstrationPeople.map(({ personId, name, roles }) => (
            <li key={personId}>
              <button type="submit" name="person" value={personId} className={styles.person}>
                <span className={styles.name}>{name}</span> <span className={styles.roles}>{roles}</span>
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p>
        <Link to={planPath(id, '', null)}>Read what the public may read, without choosing</Link>
      </p>
    </section>
  )
}
