import { renderMessage as renderConsole } from '../../adapters/chat/console/render.ts';
import { wrapText } from '../../adapters/chat/console/wrap-text.ts';
import { renderMessage as renderDiscord } from '../../adapters/chat/discord/render.ts';
import { renderMessage as renderSlack } from '../../adapters/chat/slack/render.ts';
import { composeEdition } from '../../src/digests/compose-edition.ts';
import { EVERYTHING } from '../../src/domain/subscription.ts';
import { editionMessage } from '../../src/messages/edition-message.ts';
import { readSamples } from '../evaluation/read-samples.ts';

/** Midnight in Almaty on the first day of February and of March 2026. */
const FROM_AT = Date.parse('2026-01-31T19:00:00Z');
const TO_AT = Date.parse('2026-02-28T19:00:00Z');
const ZONE = 'Asia/Almaty';
const COLUMNS = 100;
const BUTTON = '( ';

/** As much of a block of Slack as has words. */
interface SlackNode {
  readonly type: string;
  readonly text?: string | { readonly text: string };
  readonly elements?: readonly SlackNode[];
}

/** As much of a component of Discord as has words. */
interface DiscordNode {
  readonly content?: string;
  readonly label?: string | null;
  readonly components?: readonly DiscordNode[];
  readonly accessory?: DiscordNode;
}

export interface RenderedDigest {
  readonly console: string;
  readonly slack: string;
  readonly discord: string;
}

/** The digest of the sample articles' February 2026 as each surface shows it; of the two platforms, the text of their posts. */
export async function februaryDigest(): Promise<RenderedDigest> {
  const { store, relationship } = await readSamples();
  const request = {
    period: { fromAt: FROM_AT, toAt: TO_AT, zone: ZONE },
    lookFromAt: FROM_AT,
    ...({ language: 'en', length: 'standard' } as const),
    ...{ interest: EVERYTHING, mutes: [], toldTo: [], due: null },
  };
  const plan = await composeEdition(request, { store, relationship });
  const message = editionMessage(plan, { language: 'en', relationship, zone: ZONE });
  await store.close();
  return {
    console: renderConsole(message, { columns: COLUMNS, hasColour: false, hasLinks: false }),
    slack: inPosts(renderSlack(message, tokenOf).map(({ blocks }) => blocks.flatMap(slackLines))),
    discord: inPosts(
      renderDiscord(message, tokenOf).map(({ components }) =>
        (components as readonly DiscordNode[]).flatMap(discordLines),
      ),
    ),
  };
}

function tokenOf(line: string): string {
  return line;
}

/** The lines of each post, buttons under what they belong to, and a rule between two posts. */
function inPosts(posts: readonly (readonly string[])[]): string {
  const rule = `\n\n${'─'.repeat(COLUMNS)}\n\n`;
  return posts.map((lines) => lines.map(shownLine).join('').trim()).join(rule);
}

function shownLine(line: string): string {
  const gap = line.startsWith(BUTTON) ? '\n' : '\n\n';
  return (
    gap +
    line
      .split('\n')
      .flatMap((each) => wrapText(each, COLUMNS))
      .join('\n')
  );
}

/** The words of one block of Slack; a button is its label in brackets. */
function slackLines(block: SlackNode): readonly string[] {
  if (block.type === 'actions') return [buttons((block.elements ?? []).flatMap(({ text }) => labelOf(text)))];
  return [labelOf(block.text) + (block.elements ?? []).map(slackText).join('')];
}

function slackText({ text, elements }: SlackNode): string {
  return labelOf(text) + (elements ?? []).map(slackText).join('');
}

function labelOf(text: SlackNode['text']): string {
  return typeof text === 'object' ? text.text : (text ?? '');
}

/** The words of one component of Discord without its marks; links are the outlets that they lead to. */
function discordLines({ content, components, accessory }: DiscordNode): readonly string[] {
  const words = content === undefined ? [] : [plainWords(content)];
  const labels = [...(components ?? []), ...(accessory ? [accessory] : [])].flatMap(
    ({ label }) => label ?? [],
  );
  const inner = (components ?? []).filter(({ label }) => label === undefined).flatMap(discordLines);
  return [...words, ...inner.concat(labels.length === 0 ? [] : [buttons(labels)])];
}

function plainWords(markdown: string): string {
  const outlets = markdown.replaceAll(/\\\[\[([^\]]+)\]\(<[^>]*>\)\\\]/g, '[$1]');
  return outlets
    .replaceAll(/\\(\W)/g, '$1')
    .replaceAll('**', '')
    .replaceAll(/^## /gm, '');
}

function buttons(labels: readonly string[]): string {
  return labels.map((label) => `${BUTTON}${label} )`).join(' ');
}
