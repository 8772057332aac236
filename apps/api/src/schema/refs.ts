import type { Seen, View } from '../view.ts'
import { builder } from './builder.ts'

/** The types that refer to each other, named here so that the file of each can import them all. */
export const Source = builder.objectRef<Seen<'source'>>('Source')
export const Strand = builder.objectRef<Seen<'strand'>>('Strand')
export const Action = builder.objectRef<Seen<'action'>>('Action')
export const Milestone = builder.objectRef<Seen<'milestone'>>('Milestone')
export const Person = builder.objectRef<Seen<'person'>>('Person')
export const Saving = builder.objectRef<Seen<'saving'>>('Saving')
export const Meeting = builder.objectRef<Seen<'meeting'>>('Meeting')
export const Plan = builder.objectRef<View>('Plan')
