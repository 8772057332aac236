let context: CanvasRenderingContext2D | null | undefined

/** How wide text is drawn in the page's own typeface, in pixels; a generous guess where nothing can be drawn. */
export function textWidth(text: string, size: number, weight = 600): number {
  if (context === undefined) context = document.createElement('canvas').getContext('2d')
  if (!context) return text.length * size * 0.62
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`
  return context.measureText(text).width
}
