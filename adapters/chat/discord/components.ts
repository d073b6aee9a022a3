import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIMediaGalleryItem,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Action } from '../../../src/domain/message.ts';
import type { Row } from './components-layout.ts';
import type { MenuPart, PicturePart } from './components-part.ts';
import { limits } from './limits.ts';
import { renderWords } from './render-words.ts';
import { isVisible, safeLabel } from './safe-text.ts';

export interface Carrier {
  /** What a button carries for the line it runs. */
  readonly tokenOf: (line: string) => string;
  /** `s` when the post is the whole message, so that a page may take its place, and `p` when it is one of several. */
  readonly scope: 's' | 'p';
}

/** The rows of one post as Discord takes them. */
export function componentsOf(rows: readonly Row[], carrier: Carrier): readonly APIMessageTopLevelComponent[] {
  return rows.map((row, place) => componentOf(row, menusUntil(rows, place), carrier));
}

/** `menus` counts the menus of the post to this row, so that every menu has an id of its own. */
function componentOf(row: Row, menus: number, carrier: Carrier): APIMessageTopLevelComponent {
  switch (row.kind) {
    case 'text':
      return textDisplay(row.markdown);
    case 'section':
      return {
        type: ComponentType.Section,
        components: [textDisplay(row.markdown)],
        accessory: button(row.button, carrier),
      };
    case 'buttons':
      return actionRow(row.actions.map((action) => button(action, carrier)));
    case 'menu':
      return actionRow([select(row, menus, carrier)]);
    case 'gallery':
      return { type: ComponentType.MediaGallery, items: row.pictures.map(galleryItem) };
    case 'divider':
      return { type: ComponentType.Separator, divider: true };
  }
}

function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

function actionRow(
  components: APIComponentInMessageActionRow[],
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components };
}

/** Grey: no action is pressed upon anybody. */
function button({ label, command }: Action, { tokenOf, scope }: Carrier): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: labelOf(label, command, limits.buttonLabel),
    custom_id: `${scope}:${tokenOf(command)}`,
  };
}

function select(
  { placeholder, options }: MenuPart,
  number: number,
  { tokenOf, scope }: Carrier,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: `${scope}:select-${number}`,
    placeholder,
    options: options.map(({ label, command }) => ({
      label: labelOf(label, command, limits.optionLabel),
      value: tokenOf(command),
    })),
  };
}

function menusUntil(rows: readonly Row[], place: number): number {
  return rows.slice(0, place + 1).filter(({ kind }) => kind === 'menu').length;
}

function galleryItem({ name, alt }: PicturePart): APIMediaGalleryItem {
  return { media: { url: `attachment://${name}` }, ...(alt === '' ? {} : { description: alt }) };
}

/** An action without a name is called by the line that it runs. */
function labelOf(label: string, line: string, most: number): string {
  const shown = [label, line].find(isVisible) ?? renderWords.nothing;
  return safeLabel(shown, most);
}
