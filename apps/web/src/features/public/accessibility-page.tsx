import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanFrame } from '../../ui/plan-place.ts'
import { Contact } from './contact.tsx'

/** As the Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018 ask, after the government's sample. */
export function AccessibilityPage() {
  const authority = usePlanFrame()?.authority ?? 'The council'
  return (
    <>
      <PageHeading title="Accessibility statement">Accessibility statement</PageHeading>
      <p>
        This statement is about the pages of this plan, which {authority} publishes with Strandline. We want
        as many people as possible to be able to use them. You should be able to:
      </p>
      <ul>
        <li>change colours, contrast and fonts with your browser or device</li>
        <li>zoom in up to 400% without the text going off the screen</li>
        <li>use every page with a keyboard alone, or with speech recognition</li>
        <li>listen to every page with a screen reader: each chart has a sentence and a table</li>
        <li>read every page without JavaScript, and in print</li>
      </ul>
      <h2>How accessible these pages are</h2>
      <p>
        They are made to meet the Web Content Accessibility Guidelines version 2.2, level AA. Every page is
        checked automatically with axe at three widths, in light and in dark, before a version is released,
        and the main journeys are walked by keyboard. No audit by people with disabilities has been made yet.
      </p>
      <h2>What may not be accessible</h2>
      <ul>
        <li>
          Files that are linked from sources and belong to others, such as papers of the Department for
          Education, are not ours to change.
        </li>
        <li>PDF files are tagged, with headings in order. The web page they are made from is easier to use.</li>
      </ul>
      <h2>Tell us what does not work, or ask for another format</h2>
      <p>
        If you need this information as large print, easy read, audio or braille, or find a problem, write to{' '}
        <Contact />. We answer within ten working days.
      </p>
      <h2>If you are not happy with our answer</h2>
      <p>
        The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
        Applications) (No. 2) Accessibility Regulations 2018. Contact the{' '}
        <a href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.
      </p>
      <h2>Technical information</h2>
      <p>
        {authority} is committed to making its websites accessible, as those regulations ask. This statement
        was prepared on 24 November 2026, with the automatic checks named above.
      </p>
    </>
  )
}
