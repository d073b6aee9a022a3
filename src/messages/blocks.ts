import type { Action, Block, Entry, Field, Inlines } from '../domain/message.ts';
import { text } from './inline.ts';

export function heading(words: string | Inlines): Block {
  return { kind: 'heading', text: inlines(words) };
}

export function paragraph(words: string | Inlines): Block {
  return { kind: 'paragraph', text: inlines(words) };
}

export function bullets(items: readonly Inlines[]): Block {
  return { kind: 'list', items, isOrdered: false };
}

export function entries(rows: readonly Entry[]): Block {
  return { kind: 'entries', entries: rows };
}

export function fields(rows: readonly Field[]): Block {
  return { kind: 'fields', fields: rows };
}

export function field(label: string, value: string | Inlines): Field {
  return { label, value: inlines(value) };
}

export function actions(buttons: readonly Action[]): Block {
  return { kind: 'actions', actions: buttons };
}

function inlines(words: string | Inlines): Inlines {
  return typeof words === 'string' ? [text(words)] : words;
}
