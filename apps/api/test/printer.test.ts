import { expect, test } from 'vitest'
import { CannotPrint, Printer } from '../src/printer.ts'

const page = { url: 'https://plan.example.gov.uk/plans/solihull', html: '<h1>Plan</h1>', title: 'Plan' }

test('without a browser says what to do, for each of many', async () => {
  const printer = new Printer('nowhere', () => undefined)
  const answers = await Promise.allSettled(Array.from({ length: 9 }, () => printer.pdf(page)))
  const reasons = answers.map((answer) => (answer.status === 'rejected' ? answer.reason : null))
  expect(reasons.every((reason) => reason instanceof CannotPrint)).toBe(true)
  expect(reasons[0].message).toMatch(/^This server has no browser to make a PDF with\. Print the page/)
  // The ninth is not let in while eight wait, and is told when to come again.
  expect(reasons.map(({ retryAfter }) => retryAfter)).toEqual([...new Array(8).fill(undefined), '60'])
  await printer.end()
})

test('a browser that does not start is a fault, and the next page asks for it anew', async () => {
  const printer = new Printer('nowhere', () => '/nowhere/chromium')
  await expect(printer.pdf(page)).rejects.toThrow(/executable doesn't exist|ENOENT|Failed to launch/)
  await expect(printer.pdf(page)).rejects.not.toBeInstanceOf(CannotPrint)
  await printer.end()
})
