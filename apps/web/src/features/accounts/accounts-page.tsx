import { useMutation, useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { AccountsPage_AccountsQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './accounts.module.css'
import { InviteForm } from './invite-form.tsx'
import { LinkForm } from './link-form.tsx'
import type { PlanWithPeople } from './person-options.tsx'

const AccountsPage_accounts = graphql(`
  query AccountsPage_accounts {
    viewer {
      isAdministrator
    }
    accounts {
      id
      name
      email
      isAdministrator
      isClosed
      hasPassword
      people {
        planId
        personId
      }
    }
    plans {
      id
      title
      people {
        id
        name
      }
    }
  }
`)

const AccountsPage_renew = graphql(`
  mutation AccountsPage_renew($id: ID!) {
    renewLink(accountId: $id) {
      path
      hours
    }
  }
`)

const AccountsPage_endSessions = graphql(`
  mutation AccountsPage_endSessions($id: ID!) {
    endSessions(accountId: $id) {
      id
    }
  }
`)

const AccountsPage_close = graphql(`
  mutation AccountsPage_close($id: ID!) {
    closeAccount(accountId: $id) {
      id
    }
  }
`)

type Account = AccountsPage_AccountsQuery['accounts'][number]

export function AccountsPage() {
  const result = useQuery(AccountsPage_accounts)
  return (
    <Answer result={result} what="the accounts">
      {({ accounts, plans }) => (
        <>
          <PageHeading title="Accounts">Accounts</PageHeading>
          <Accounts accounts={accounts} plans={plans} reload={() => result.refetch()} />
          <LinkForm accounts={accounts} plans={plans} onLinked={() => result.refetch()} />
          <InviteForm plans={plans} onInvited={() => result.refetch()} />
        </>
      )}
    </Answer>
  )
}

interface AccountsProps {
  readonly accounts: readonly Account[]
  readonly plans: readonly PlanWithPeople[]
  readonly reload: () => unknown
}

function Accounts({ accounts, plans, reload }: AccountsProps) {
  const [said, setSaid] = useState('')
  const [renew] = useMutation(AccountsPage_renew)
  const [endSessions] = useMutation(AccountsPage_endSessions)
  const [close] = useMutation(AccountsPage_close)
  const tell = (work: Promise<string>) =>
    work.then(
      (words) => {
        setSaid(words)
        reload()
      },
      (problem: Error) => setSaid(problem.message),
    )
  const actions = ({ id, name, isClosed }: Account) =>
    isClosed ? (
      'Closed'
    ) : (
      <>
        <button
          type="button"
          onClick={() =>
            tell(
              renew({ variables: { id } }).then(
                ({ data }) =>
                  `Link for ${name}, good once and for ${data?.renewLink.hours} hours: ${location.origin}${data?.renewLink.path}`,
              ),
            )
          }
        >
          New link <span className="visually-hidden">for {name}</span>
        </button>{' '}
        <button
          type="button"
          onClick={() =>
            tell(endSessions({ variables: { id } }).then(() => `${name} is signed out everywhere.`))
          }
        >
          Sign out everywhere <span className="visually-hidden">{name}</span>
        </button>{' '}
        <button
          type="button"
          onClick={() => tell(close({ variables: { id } }).then(() => `The account of ${name} is closed.`))}
        >
          Close <span className="visually-hidden">the account of {name}</span>
        </button>
      </>
    )
  return (
    <>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <Table
        caption="Who can sign in"
        rows={accounts}
        keyOf={({ id }) => id}
        columns={[
          { header: 'Name', cell: ({ name }) => name },
          { header: 'E-mail address', cell: ({ email }) => email },
          { header: 'In a plan', cell: ({ people }) => peopleInWords(people, plans) },
          { header: 'Administrator', cell: ({ isAdministrator }) => (isAdministrator ? 'Yes' : 'No') },
          { header: 'Password', cell: ({ hasPassword }) => (hasPassword ? 'Set' : 'Not set yet') },
          { header: 'Change', cell: actions },
        ]}
      />
    </>
  )
}

function peopleInWords(people: Account['people'], plans: readonly PlanWithPeople[]): string {
  const names = people.map(
    ({ planId, personId }) =>
      plans.find(({ id }) => id === planId)?.people.find(({ id }) => id === personId)?.name ?? personId,
  )
  return names.join(', ') || 'Nobody yet'
}
