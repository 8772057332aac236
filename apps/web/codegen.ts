import type { CodegenConfig } from '@graphql-codegen/cli'

const config: CodegenConfig = {
  schema: '../api/schema.graphql',
  documents: ['src/**/*.{ts,tsx}', '!src/generated/**'],
  ignoreNoDocuments: true,
  generates: {
    './src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        importExtension: '.ts',
        scalars: {
          Day: '@strandline/domain/day#Day',
          Instant: '@strandline/domain/day#Instant',
          FinancialYear: '@strandline/domain/financial-year#FinancialYear',
          Pence: '@strandline/domain/money#Pence',
          Quantity: 'number',
        },
      },
    },
  },
}

export default config
