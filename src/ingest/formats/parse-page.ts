/** Deeper than any real page; reading time and stack grow with the depth. */
const MAX_DEPTH = 250;

interface TreeNode {
  readonly firstChild: TreeNode | null;
  readonly nextSibling: TreeNode | null;
  readonly parentNode: TreeNode | null;
}

/** A page or a fragment of one as a document. Throws when it is nested too deeply. */
export async function parsePage(html: string) {
  const { parseHTML } = await import('linkedom');
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  refuseDeepTree(document.documentElement as unknown as TreeNode);
  return document;
}

function refuseDeepTree(root: TreeNode): void {
  let node: TreeNode | null = root;
  let depth = 0;
  while (node !== null && depth >= 0) {
    if (depth > MAX_DEPTH) throw new Error('its elements are nested too deeply');
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node.nextSibling === null && depth > 0) {
      node = node.parentNode;
      depth -= 1;
    }
    node = depth > 0 ? (node?.nextSibling ?? null) : null;
  }
}
