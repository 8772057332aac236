import { lazy } from 'react'

export const TrajectoryChart = lazy(() =>
  import('./trajectory-chart.tsx').then(({ TrajectoryChart: Chart }) => ({ default: Chart })),
)

export const WaterfallChart = lazy(() =>
  import('./waterfall-chart.tsx').then(({ WaterfallChart: Chart }) => ({ default: Chart })),
)
