import { Route, Routes } from 'react-router'
import { AccountsPage } from '../features/accounts/accounts-page.tsx'
import { ActionPage } from '../features/action/action-page.tsx'
import { ChangesPage } from '../features/changes/changes-page.tsx'
import { ForecastPage } from '../features/forecast/forecast-page.tsx'
import { FundingPage } from '../features/forecast/funding-page.tsx'
import { InYearPage } from '../features/forecast/in-year-page.tsx'
import { RecordsPage } from '../features/forecast/records-page.tsx'
import { ForthcomingPage } from '../features/forthcoming/forthcoming-page.tsx'
import { MeetingsPage } from '../features/meetings/meetings-page.tsx'
import { MyUpdatesPage } from '../features/my-updates/my-updates-page.tsx'
import { NewsletterPage } from '../features/newsletters/newsletter-page.tsx'
import { NewslettersPage } from '../features/newsletters/newsletters-page.tsx'
import { SubscribePage } from '../features/newsletters/subscribe-page.tsx'
import { OutboxPage } from '../features/outbox/outbox-page.tsx'
import { Overview } from '../features/overview/overview-page.tsx'
import { PackPage } from '../features/packs/pack-page.tsx'
import { PacksPage } from '../features/packs/packs-page.tsx'
import { PlansPage } from '../features/plans/plans-page.tsx'
import { ProgrammePage } from '../features/programme/programme-page.tsx'
import { ProgressPage } from '../features/progress/progress-page.tsx'
import { AccessibilityPage } from '../features/public/accessibility-page.tsx'
import { PrivacyPage } from '../features/public/privacy-page.tsx'
import { PublicPage } from '../features/public/public-page.tsx'
import { QuestionsPage } from '../features/questions/questions-page.tsx'
import { RisksPage } from '../features/risks/risks-page.tsx'
import { SavingPage } from '../features/savings/saving-page.tsx'
import { SavingsPage } from '../features/savings/savings-page.tsx'
import { AccountPage } from '../features/sign-in/account-page.tsx'
import { SetPasswordPage } from '../features/sign-in/set-password-page.tsx'
import { SignInPage } from '../features/sign-in/sign-in-page.tsx'
import { SourcesPage } from '../features/sources/sources-page.tsx'
import { StrandPage } from '../features/strand/strand-page.tsx'
import { PlanLayout } from './plan-layout.tsx'
import { PublicLayout } from './public-layout.tsx'
import { PageNotFound } from './refusals.tsx'
import { SiteLayout } from './site-layout.tsx'

export function AppRoutes() {
  return (
    <Routes>
      <Route path="/plans/:planId" element={<PlanLayout />}>
        <Route index element={<Overview />} />
        <Route path="strands/:strandId" element={<StrandPage />} />
        <Route path="actions/:actionId" element={<ActionPage />} />
        <Route path="forecast" element={<ForecastPage />} />
        <Route path="forecast/in-year" element={<InYearPage />} />
        <Route path="forecast/funding" element={<FundingPage />} />
        <Route path="forecast/records" element={<RecordsPage />} />
        <Route path="forthcoming" element={<ForthcomingPage />} />
        <Route path="changes" element={<ChangesPage />} />
        <Route path="my-updates" element={<MyUpdatesPage />} />
        <Route path="progress" element={<ProgressPage />} />
        <Route path="meetings" element={<MeetingsPage />} />
        <Route path="questions" element={<QuestionsPage />} />
        <Route path="risks" element={<RisksPage />} />
        <Route path="savings" element={<SavingsPage />} />
        <Route path="savings/:savingId" element={<SavingPage />} />
        <Route path="newsletters" element={<NewslettersPage />} />
        <Route path="newsletters/subscribe" element={<SubscribePage />} />
        <Route path="newsletters/:number" element={<NewsletterPage />} />
        <Route path="packs" element={<PacksPage />} />
        <Route path="packs/:number" element={<PackPage />} />
        <Route path="outbox" element={<OutboxPage />} />
        <Route path="programme" element={<ProgrammePage />} />
        <Route path="sources" element={<SourcesPage />} />
        <Route path="*" element={<PageNotFound />} />
      </Route>
      <Route path="/plans/:planId" element={<PublicLayout />}>
        <Route path="public" element={<PublicPage />} />
        <Route path="accessibility" element={<AccessibilityPage />} />
        <Route path="privacy" element={<PrivacyPage />} />
      </Route>
      <Route element={<SiteLayout />}>
        <Route index element={<PlansPage />} />
        <Route path="account" element={<AccountPage />} />
        <Route path="accounts" element={<AccountsPage />} />
        <Route path="sign-in" element={<SignInPage />} />
        <Route path="set-password" element={<SetPasswordPage />} />
        <Route path="*" element={<PageNotFound />} />
      </Route>
    </Routes>
  )
}
