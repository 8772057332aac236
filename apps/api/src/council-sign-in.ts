import type { Account } from '@strandline/store/accounts'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import * as oidc from 'openid-client'
import { signInAccount } from './accounts.ts'
import { safeReturn } from './sign-in.ts'

/** The council's own identity provider, spoken to over OpenID Connect. */
export interface CouncilSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** What people know it as: "Solihull account". */
  readonly name: string
  /** The address of this site as people know it, without a slash at its end. */
  readonly publicUrl: string
}

const COOKIE = 'council'
const PATH = '/sign-in/council'
const MINUTES = 10

/** What this browser went away with, to be held against what it comes back with. */
interface Errand {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly back: string
}

/** Signing in with the council's identity provider: the authorisation code flow with PKCE, state and nonce. */
export function addCouncilSignIn(app: FastifyInstance, store: Store, settings: CouncilSettings): void {
  const provider = new Provider(settings)

  app.get<{ Querystring: { return?: string } }>(PATH, async (request, reply) => {
    const errand: Errand = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      back: safeReturn(request.query.return),
    }
    const address = await provider.addressFor(errand).catch((fault) => {
      request.log.error(fault)
      return '/sign-in?problem=council'
    })
    return reply
      .setCookie(COOKIE, Buffer.from(JSON.stringify(errand)).toString('base64url'), {
        httpOnly: true,
        sameSite: 'lax',
        path: PATH,
        secure: request.protocol === 'https',
        maxAge: MINUTES * 60,
      })
      .header('cache-control', 'no-store')
      .redirect(address)
  })

  app.get(`${PATH}/callback`, async (request, reply) => {
    const errand = errandOf(request)
    reply.clearCookie(COOKIE, { path: PATH }).header('cache-control', 'no-store')
    if (!errand) return reply.redirect('/sign-in?problem=council')
    const identity = await provider.identityFrom(request.url, errand).catch((fault) => {
      request.log.error(fault)
      return null
    })
    if (!identity) return reply.redirect('/sign-in?problem=council')
    const account = await accountOf(store, identity)
    if (!account) return reply.redirect('/sign-in?problem=unknown')
    await signInAccount(store, request, reply, account.id)
    return reply.redirect(errand.back)
  })
}

function errandOf(request: FastifyRequest): Errand | null {
  try {
    const text = Buffer.from(request.cookies[COOKIE] ?? '', 'base64url').toString()
    const { state, nonce, verifier, back } = JSON.parse(text) as Partial<Errand>
    return state && nonce && verifier ? { state, nonce, verifier, back: safeReturn(back) } : null
  } catch {
    return null
  }
}

interface Identity {
  readonly issuer: string
  readonly subject: string
  /** Null where the provider gives none, or says that nobody has checked it. */
  readonly email: string | null
}

/** The provider as it describes itself. It is asked when somebody first needs it, and again after a failure. */
class Provider {
  readonly #settings: CouncilSettings
  #found: Promise<oidc.Configuration> | null = null

  constructor(settings: CouncilSettings) {
    this.#settings = settings
  }

  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings
    const address = new URL(issuer)
    const execute = address.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
    this.#found ??= oidc.discovery(address, clientId, clientSecret, undefined, { execute }).catch((fault) => {
      this.#found = null
      throw fault
    })
    return this.#found
  }

  async addressFor({ state, nonce, verifier }: Errand): Promise<string> {
    const url = oidc.buildAuthorizationUrl(await this.#discover(), {
      redirect_uri: `${this.#settings.publicUrl}${PATH}/callback`,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    return url.href
  }

  /** Who came back. Throws where anything about it does not hold. */
  async identityFrom(url: string, { state, nonce, verifier }: Errand): Promise<Identity> {
    const provider = await this.#discover()
    const here = new URL(url, this.#settings.publicUrl)
    const tokens = await oidc.authorizationCodeGrant(provider, here, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) throw new Error('the identity provider sent no claims')
    const said =
      claims.email || !provider.serverMetadata().userinfo_endpoint
        ? claims
        : await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub)
    const email = said.email ?? said.preferred_username
    const isDenied = said.email_verified === false
    return {
      issuer: claims.iss,
      subject: claims.sub,
      email: typeof email === 'string' && !isDenied ? email : null,
    }
  }
}

/**
 * The account of an identity. The first time it is found by the address that an administrator invited, and belongs to
 * that identity from then on, whatever becomes of the address.
 */
async function accountOf({ accounts }: Store, { issuer, subject, email }: Identity): Promise<Account | null> {
  const known = await accounts.findByIdentity(issuer, subject)
  if (known) return known.closedAt ? null : known
  const invited = email ? await accounts.findByEmail(email) : null
  if (!invited || invited.closedAt) return null
  return (await accounts.bindIdentity(invited.id, issuer, subject)) ? invited : null
}
