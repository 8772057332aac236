import { builder } from './builder.ts'

builder.mutationType({
  description:
    'Changing a plan. Each asks for permission, is made once for each request id, and overwrites nobody.',
})
