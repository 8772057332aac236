import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export interface CouncilProvider {
  readonly issuer: string
  close(): Promise<void>
}

export const CLIENT = { id: 'strandline', secret: 'a secret of the tests only' }

/**
 * An identity provider that takes any password: whoever signs in as "ada" has the address ada@example.gov.uk, and
 * "unchecked-..." one that nobody has checked.
 */
export async function councilProvider(redirectUri: string, port = 0): Promise<CouncilProvider> {
  const server = http.createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile'],
    pkce: { required: () => true },
    findAccount: (_, id) => ({
      accountId: id,
      claims: async () => ({
        sub: id,
        email: `${id.replace(/^unchecked-/, '')}@example.gov.uk`,
        email_verified: !id.startsWith('unchecked-'),
      }),
    }),
  })
  server.on('request', provider.callback())
  return {
    issuer,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

// The journeys in a browser start it as a process of its own.
if (process.argv[1] === import.meta.filename) {
  const [redirectUri = '', port = '0'] = process.argv.slice(2)
  const { issuer } = await councilProvider(redirectUri, Number(port))
  console.log(`The test provider is at ${issuer}`)
}
