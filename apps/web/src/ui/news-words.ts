/**
 * A sentence of news without the item's name in front, for where the item is the heading: "Action “Placements”: due date
 * moved from..." becomes "Due date moved from...".
 */
export function withoutName(words: string, name: string): string {
  const prefix = `Action “${name}”: `
  if (!words.startsWith(prefix)) return words
  return words.charAt(prefix.length).toUpperCase() + words.slice(prefix.length + 1)
}
