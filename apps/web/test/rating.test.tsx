import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Rating } from '../src/ui/rating.tsx'

afterEach(cleanup)

test('a rating is always a word beside its shape', () => {
  const { container } = render(<Rating rating="AMBER" kind="delivery" />)
  expect(container.textContent).toBe('DeliveryAmber')
  expect(container.querySelector('svg path')).not.toBeNull()
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})

test('each rating that asks for something different has a shape of its own', () => {
  const shapes = (['RED', 'AMBER', 'GREEN', 'COMPLETE', 'NOT_UPDATED', 'STOPPED'] as const).map(
    (rating) => render(<Rating rating={rating} />).container.querySelector('svg')?.innerHTML,
  )
  expect(new Set(shapes).size).toBe(6)
})

test('a green that nobody confirmed this month is not shown as green', () => {
  const { container } = render(<Rating rating="GREEN" isNotUpdated />)
  expect(screen.getByText('Not updated')).toBeTruthy()
  expect(container.textContent).toBe('Not updated, was green')
  const ring = render(<Rating rating="NOT_UPDATED" />).container.querySelector('svg')
  expect(container.querySelector('svg')?.outerHTML).toBe(ring?.outerHTML)
})
