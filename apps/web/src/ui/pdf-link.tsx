import { usePlanPath } from './plan-link.tsx'

/** The page as a PDF, made by the server from the page itself. */
export function PdfLink({ page, what }: { readonly page: string; readonly what: string }) {
  const [path, search = ''] = usePlanPath()(page).split('?')
  return (
    <p className="no-print">
      <a href={`${path}.pdf${search && `?${search}`}`}>{what} as a PDF</a>
    </p>
  )
}
