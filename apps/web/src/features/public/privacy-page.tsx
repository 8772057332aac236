import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanFrame } from '../../ui/plan-place.ts'
import { Contact } from './contact.tsx'

/** What is kept of people: readers, subscribers, and those who work on the plan (UK GDPR, articles 13 and 14). */
export function PrivacyPage() {
  const authority = usePlanFrame()?.authority ?? 'The council'
  return (
    <>
      <PageHeading title="Privacy notice">Privacy notice</PageHeading>
      <p>{authority} is the controller of what is kept about people on these pages.</p>
      <h2>If you read these pages</h2>
      <p>
        Nothing is kept about you. There are no cookies, no trackers and no counters, and nothing is loaded
        from other sites. The server keeps a short technical log of faults.
      </p>
      <h2>If you receive the newsletter</h2>
      <p>
        We keep your e-mail address, because you asked for it and confirmed it, and use it for nothing else.
        Every letter has a link that stops it, and your address is then deleted. An address that nobody
        confirms is deleted after a week. The programme manager can see the addresses that letters were sent
        to.
      </p>
      <h2>If you work on the plan or ask a question</h2>
      <p>
        We keep your name, your role, what you wrote and when, as part of the record of the plan: a public
        task, so that decisions can be explained later. If you have an account, your e-mail address is kept,
        your password only as a hash, and your sessions until they end. One cookie keeps you signed in.
      </p>
      <h2>Children and young people</h2>
      <p>
        The plan holds no information about any one child. Small numbers are not shown to the public where
        they could give one away.
      </p>
      <h2>Your rights</h2>
      <p>
        You can ask what we hold about you, have it corrected, object, or ask for it to be deleted: write to{' '}
        <Contact />. You can complain to the{' '}
        <a href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.
      </p>
    </>
  )
}
