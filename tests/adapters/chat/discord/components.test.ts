import { describe, expect, it } from 'vitest';
import { payloadProblems } from '../../../fixtures/discord/components.ts';

const text = (content: string) => ({ type: 10, content });
const button = (customId: string) => ({ type: 2, style: 2, label: 'Story', custom_id: customId });
const row = (...components: unknown[]) => ({ type: 1, components });
const option = (value: string) => ({ label: 'Why', value });
const select = (options: unknown[], more = {}) => ({ type: 3, custom_id: 's:select-1', options, ...more });
const section = (components: unknown[], accessory: unknown) => ({ type: 9, components, accessory });
const picture = (url: string, more = {}) => ({ media: { url }, ...more });
const gallery = (...items: unknown[]) => ({ type: 12, items });
const many = <Item>(count: number, make: (place: number) => Item) =>
  Array.from({ length: count }, (_, place) => make(place));

const aBody = (...components: unknown[]) => ({ flags: 32_768, allowed_mentions: { parse: [] }, components });

describe('the validator of message bodies', () => {
  it('takes every component that we send, at its limits', () => {
    const body = {
      ...aBody(
        { ...text('a'.repeat(3990)), id: 7 },
        section([text('b')], button('s:1')),
        row(...many(5, (place) => button(`s:row-${place}`))),
        row(
          select(
            many(25, (place) => option(`o${place}`)),
            { placeholder: 'p'.repeat(150) },
          ),
        ),
        gallery(...many(10, () => picture('attachment://a.png', { description: 'd'.repeat(1024) }))),
        { type: 14, divider: true, spacing: 1 },
        { type: 17, components: [text('c')] },
      ),
      nonce: 'n'.repeat(25),
      enforce_nonce: true,
      attachments: [{ id: '0', filename: 'a.png' }],
      message_reference: { message_id: '1', fail_if_not_exists: false },
      tts: false,
    };

    expect(payloadProblems(body)).toEqual([]);
  });

  it('knows uploaded files by their names', () => {
    const body = aBody(gallery(picture('attachment://a.png')));

    expect(payloadProblems(body, ['a.png'])).toEqual([]);
    expect(payloadProblems(body)).toEqual(['no file is called a.png']);
    expect(payloadProblems(body, ['a.png', 'b.png'])).toEqual(['no component shows b.png']);
  });

  it.each<[string, unknown]>([
    ['no flag', { ...aBody(text('a')), flags: 64 }],
    ['no word on mentions', { ...aBody(text('a')), allowed_mentions: undefined }],
    ['content beside components', { ...aBody(text('a')), content: 'a' }],
    ['embeds beside components', { ...aBody(text('a')), embeds: [{ title: 'a' }] }],
    ['a field that does not exist', { ...aBody(text('a')), blocks: [] }],
    ['a long nonce', { ...aBody(text('a')), nonce: 'n'.repeat(26) }],
    ['no components', aBody()],
    [
      '41 components, nested ones counted',
      aBody(...many(13, (n) => section([text('a')], button(`s:${n}`))), text('a'), text('b')),
    ],
    ['4,001 characters in all', aBody(text('a'.repeat(4000)), text('b'))],
    ['an empty text', aBody(text(' \n'))],
    ['an unknown type', aBody({ type: 99 })],
    ['a type that stands inside others', aBody(button('s:1'))],
    ['an unknown field of a component', aBody({ ...text('a'), style: 1 })],
    ['an id beyond 32 bits', aBody({ ...text('a'), id: 2 ** 31 })],
    ['two components with one id', aBody({ ...text('a'), id: 5 }, { ...text('b'), id: 5 })],
    ['two components with one custom_id', aBody(row(button('s:1')), row(button('s:1')))],
    ['six buttons in a row', aBody(row(...many(6, (place) => button(`s:${place}`))))],
    ['an empty row', aBody(row())],
    ['a button beside a select', aBody(row(button('s:1'), select([option('a')])))],
    ['a long label', aBody(row({ ...button('s:1'), label: 'a'.repeat(81) }))],
    ['a button without words', aBody(row({ ...button('s:1'), label: ' ' }))],
    ['a long custom_id', aBody(row(button('a'.repeat(101))))],
    ['a button that links and acts', aBody(row({ ...button('s:1'), url: 'https://a.example' }))],
    [
      'a long address',
      aBody(row({ type: 2, style: 5, label: 'a', url: `https://a.example/${'a'.repeat(500)}` })),
    ],
    ['no option', aBody(row(select([])))],
    ['26 options', aBody(row(select(many(26, (place) => option(`o${place}`)))))],
    ['two options with one value', aBody(row(select([option('a'), option('a')])))],
    ['a long option', aBody(row(select([{ label: 'a'.repeat(101), value: 'a' }])))],
    ['a long value', aBody(row(select([option('a'.repeat(101))])))],
    ['a long placeholder', aBody(row(select([option('a')], { placeholder: 'a'.repeat(151) })))],
    ['more values than options', aBody(row(select([option('a')], { max_values: 2 })))],
    ['a section without a button', aBody({ type: 9, components: [text('a')] })],
    [
      'a section of four texts',
      aBody(
        section(
          many(4, () => text('a')),
          button('s:1'),
        ),
      ),
    ],
    ['an empty gallery', aBody(gallery())],
    ['eleven pictures', aBody(gallery(...many(11, () => picture('https://a.example/a.png'))))],
    [
      'a long description',
      aBody(gallery(picture('https://a.example/a.png', { description: 'a'.repeat(1025) }))),
    ],
    ['an empty description', aBody(gallery(picture('https://a.example/a.png', { description: '' })))],
    ['another scheme', aBody(gallery(picture('javascript:alert(1)')))],
    ['eleven files', { ...aBody(text('a')), attachments: many(11, (id) => ({ id, filename: `${id}.png` })) }],
    ['a container in a container', aBody({ type: 17, components: [{ type: 17, components: [text('a')] }] })],
  ])('refuses %s', (_, body) => {
    expect(payloadProblems(JSON.parse(JSON.stringify(body)))).not.toEqual([]);
  });
});
