import { parsePage } from './parse-page.ts';

const ENTITY_OR_TAG = /<[a-z!/][^<>]*>|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d*);/i;
const LEFT_OUT = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'BUTTON',
  'FORM',
  'FIGCAPTION',
]);
const BLOCKS = new Set([
  'ADDRESS',
  'ARTICLE',
  'ASIDE',
  'BLOCKQUOTE',
  'DD',
  'DIV',
  'DL',
  'DT',
  'FIGURE',
  'FOOTER',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'HEADER',
  'HR',
  'LI',
  'MAIN',
  'OL',
  'P',
  'PRE',
  'SECTION',
  'TABLE',
  'TR',
  'UL',
]);

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

interface TreeNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<TreeNode>;
}

/** The words of a piece of HTML, paragraphs parted by an empty line; text without markup comes back as it is. */
export async function htmlToText(html: string): Promise<string> {
  if (!ENTITY_OR_TAG.test(html)) return html;
  const document = await parsePage(html);
  return tidy(textOf(document.body as unknown as TreeNode));
}

function textOf(node: TreeNode): string {
  if (node.nodeType === TEXT_NODE) return (node.textContent ?? '').replace(/[ \t\r\n\f]+/g, ' ');
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== ELEMENT_NODE || LEFT_OUT.has(name)) return '';
  if (name === 'BR') return '\n';
  const inner = [...node.childNodes].map(textOf).join('');
  return BLOCKS.has(name) ? `\n\n${inner}\n\n` : inner;
}

function tidy(text: string): string {
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
