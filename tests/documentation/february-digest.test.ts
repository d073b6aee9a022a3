import { beforeAll, describe, expect, it } from 'vitest';
import { februaryDigest, type RenderedDigest } from './february-digest.ts';
import { readPage } from './markdown-page.ts';

let digest: RenderedDigest;

beforeAll(async () => {
  digest = await februaryDigest();
});

describe('the README', () => {
  it.each(['console', 'slack', 'discord'] as const)(
    'shows the digest of February as %s renders it',
    (surface) => {
      const { text } = readPage('README.md');

      expect(text).toContain(`\n\`\`\`text\n${digest[surface]}\n\`\`\`\n`);
    },
  );
});
