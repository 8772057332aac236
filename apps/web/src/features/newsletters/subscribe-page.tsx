import { useSearchParams } from 'react-router'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import formStyles from '../../ui/form.module.css'
import { LabelledField } from '../../ui/labelled-field.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'

const done: Readonly<Record<string, string>> = {
  asked:
    'If that address does not receive the newsletter already, a letter is on its way to it. Open the link in the letter to confirm.',
  confirmed: 'Thank you. The next newsletter will come to your address.',
  stopped: 'The newsletter no longer comes to your address, and the address has been deleted.',
}

const problems: Readonly<Record<string, string>> = {
  address: 'Enter an e-mail address, such as name@example.org.',
  link: 'This link is no longer known. Enter your address again to get a new one.',
}

/** Where an address asks for the newsletter, confirms that it is somebody's, and stops. No script is needed. */
export function SubscribePage() {
  const { planId } = usePlanPlace()
  const [search] = useSearchParams()
  const action = `/plans/${encodeURIComponent(planId)}/newsletters/subscribe`
  const said = done[search.get('done') ?? '']
  const [confirm, stop] = [search.get('confirm'), search.get('stop')]
  return (
    <>
      <Breadcrumbs>
        <li>
          <PlanLink to="newsletters">Newsletters</PlanLink>
        </li>
        <li aria-current="page">By e-mail</li>
      </Breadcrumbs>
      <PageHeading title="The newsletter by e-mail">The newsletter by e-mail</PageHeading>
      {said && <p className="lead">{said}</p>}
      {confirm && (
        <TokenForm action={`${action}/confirm`} token={confirm} label="Yes, send me the newsletter" />
      )}
      {stop && <TokenForm action={`${action}/stop`} token={stop} label="Stop sending me the newsletter" />}
      {!said && !confirm && !stop && (
        <AddressForm action={action} problem={problems[search.get('problem') ?? '']} />
      )}
    </>
  )
}

/** A link in a letter may be opened by a machine that looks for harm, so only the button does anything. */
function TokenForm({
  action,
  token,
  label,
}: {
  readonly action: string
  readonly token: string
  readonly label: string
}) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="token" value={token} />
      <button type="submit">{label}</button>
    </form>
  )
}

function AddressForm({ action, problem }: { readonly action: string; readonly problem: string | undefined }) {
  return (
    <form method="post" action={action} className={formStyles.form}>
      <p>
        Each issue comes to your address as it is published, and a link in it stops the next. The address is
        kept for nothing else, and deleted as soon as you stop.
      </p>
      <LabelledField id="subscriber" label="E-mail address" problem={problem ?? null}>
        {(described) => <input {...described} name="email" type="email" autoComplete="email" required />}
      </LabelledField>
      <button type="submit">Ask for the newsletter</button>
    </form>
  )
}
