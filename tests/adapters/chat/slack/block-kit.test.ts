import { describe, expect, it } from 'vitest';
import { homeProblems, payloadProblems } from '../../../fixtures/slack/block-kit.ts';

const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const richText = (...elements: object[]) => ({ type: 'rich_text', elements });
const said = (text: string) => richText(section({ type: 'text', text }));
const button = (overrides: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: { type: 'plain_text', text: 'Why', emoji: false },
  value: 'v',
  ...overrides,
});
const option = (value: string) => ({ text: { type: 'plain_text', text: value }, value });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const menu = (...values: string[]) => actions({ type: 'static_select', options: values.map(option) });
const cell = (text: string) => ({ type: 'raw_text', text });
const table = (rows: number, columns: number, text = 'x') => ({
  type: 'table',
  rows: Array.from({ length: rows }, () => Array.from({ length: columns }, () => cell(text))),
});
const header = (text: string, type = 'plain_text') => ({ type: 'header', text: { type, text } });
const mrkdwn = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const link = (url: string) => richText(section({ type: 'link', text: 'x', url }));
const many = (count: number, block: object) => Array.from({ length: count }, () => block);

describe('what Slack takes has no problems', () => {
  it.each([
    ['text alone', { text: 'x' }],
    ['fifty blocks', { blocks: many(50, { type: 'divider' }) }],
    ['text with links', { blocks: [link('https://example.com')] }],
    ['a header of 150 characters', { blocks: [header('x'.repeat(150))] }],
    ['a table of 100 rows', { blocks: [table(100, 20)] }],
    ['buttons and menus', { blocks: [actions(button()), menu('1', '2')] }],
    ['a mention', { blocks: [richText(section({ type: 'user', user_id: 'U1' }))] }],
    ['arguments of the method', { channel: 'C1', text: 'x', unfurl_links: false }],
  ])('%s', (_, payload) => {
    expect(payloadProblems(payload)).toEqual([]);
  });
});

describe('what Slack refuses is named', () => {
  it.each([
    ['nothing at all', {}, 'no_text'],
    ['51 blocks', { blocks: many(51, { type: 'divider' }) }, 'blocks'],
    ['an unknown block', { blocks: [{ type: 'heading' }] }, 'blocks.0.type'],
    ['an unknown field', { blocks: [{ type: 'divider', colour: 'red' }] }, 'colour'],
    ['an empty text', { blocks: [said('')] }, 'text'],
    ['half of a character', { blocks: [said('\uD83D')] }, 'half'],
    ['an empty section of text', { blocks: [richText(section())] }, 'elements'],
    ['an empty list', { blocks: [richText({ type: 'rich_text_list', style: 'bullet', elements: [] })] }, ''],
    ['a header of 151 characters', { blocks: [header('x'.repeat(151))] }, 'text.text'],
    ['a header in markup', { blocks: [header('x', 'mrkdwn')] }, 'text.type'],
    ['a blank header', { blocks: [header(' ')] }, 'blank'],
    ['a section of 3,001 characters', { blocks: [mrkdwn('x'.repeat(3001))] }, 'text.text'],
    ['a section of nothing', { blocks: [{ type: 'section' }] }, 'neither'],
    ['26 buttons in a row', { blocks: [actions(...many(26, button()))] }, 'elements'],
    [
      'a long label',
      { blocks: [actions(button({ text: { type: 'plain_text', text: 'x'.repeat(76) } }))] },
      '',
    ],
    ['a long value', { blocks: [actions(button({ value: 'x'.repeat(2001) }))] }, 'value'],
    ['a long action_id', { blocks: [actions(button({ action_id: 'x'.repeat(256) }))] }, 'action_id'],
    ['an action_id twice', { blocks: [actions(button()), actions(button())] }, 'action_id a stands twice'],
    ['a block_id twice', { blocks: many(2, { type: 'divider', block_id: 'b' }) }, 'block_id b stands twice'],
    ['a menu of 101', { blocks: [menu(...Array.from({ length: 101 }, (_, id) => `${id}`))] }, 'options'],
    ['a menu of none', { blocks: [menu()] }, 'options'],
    ['two options of one value', { blocks: [menu('1', '1')] }, 'one value'],
    ['an option of 76 characters', { blocks: [menu('x'.repeat(76))] }, 'value'],
    ['a script as a link', { blocks: [link('javascript:alert(1)')] }, 'not an address'],
    ['a link without an address', { blocks: [link('')] }, 'url'],
    ['101 rows', { blocks: [table(101, 1)] }, 'rows'],
    ['21 columns', { blocks: [table(1, 21)] }, 'rows'],
    ['an empty cell', { blocks: [table(1, 1, '')] }, 'rows'],
    ['two tables', { blocks: [table(1, 1), table(1, 1)] }, 'only_one_table_allowed'],
    [
      '10,001 characters in a table',
      { blocks: [table(1, 1, 'x'.repeat(5001)), said('y'), table(1, 1, 'x'.repeat(5000))] },
      'text in tables',
    ],
    ['12,001 characters in all', { blocks: many(5, said('x'.repeat(2401))) }, 'msg_blocks_too_long'],
  ])('%s', (_, payload, problem) => {
    expect(payloadProblems(payload).join('\n')).toContain(problem);
    expect(payloadProblems(payload)).not.toEqual([]);
  });
});

describe('a Home tab', () => {
  it('holds a hundred blocks, and no tables', () => {
    expect(homeProblems(many(100, { type: 'divider' }))).toEqual([]);
    expect(homeProblems(many(101, { type: 'divider' }))).not.toEqual([]);
    expect(homeProblems([table(1, 1)])).not.toEqual([]);
  });
});
