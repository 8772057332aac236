import { ApolloClient, HttpLink } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { anAnswerCache } from './cache.ts'
import { AppRoutes } from './routes.tsx'
import '../ui/base.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

// The server sends the answers it rendered from. A page that failed, and the development server, send none.
const state = document.getElementById('state')?.textContent ?? ''
const isRendered = state.startsWith('{')

const cache = anAnswerCache()
if (isRendered) cache.restore(JSON.parse(state))
const client = new ApolloClient({ cache, link: new HttpLink({ uri: '/graphql' }) })

history.scrollRestoration = 'manual'
window.addEventListener('pagehide', () => {
  history.scrollRestoration = 'auto'
})

const app = (
  <StrictMode>
    <ApolloProvider client={client}>
      <BrowserRouter>
        <AppRoutes />
      </BrowserRouter>
    </ApolloProvider>
  </StrictMode>
)

if (isRendered) hydrateRoot(root, app)
else createRoot(root).render(app)
