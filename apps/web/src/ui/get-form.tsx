import type { FormEvent, ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'

interface GetFormProps {
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly label: string
}

/** A form that only changes the address. It works before any script has run; after that it moves without a full load. */
export function GetForm({ children, className, label }: GetFormProps) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const search = new URLSearchParams()
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string' && value !== '') search.set(name, value)
    }
    navigate(search.size > 0 ? `${pathname}?${search}` : pathname)
  }
  return (
    <form method="get" action={pathname} onSubmit={submit} className={className} aria-label={label}>
      {children}
    </form>
  )
}
