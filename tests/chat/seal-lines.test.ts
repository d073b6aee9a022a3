import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../adapters/store/open-store.ts';
import { createSealer, type Sealer } from '../../src/chat/seal-lines.ts';
import type { Store } from '../../src/ports/store.ts';
import { createFakeClock } from '../fakes/fake-clock.ts';

let store: Store;
let sealer: Sealer;

beforeEach(async () => {
  store = await openStore('file::memory:');
  await store.migrate();
  sealer = createSealer({ keepsakes: store.keepsakes, clock: createFakeClock() });
});

afterEach(() => store.close());

async function sealOf(line: string, most = 75): Promise<string> {
  const sealed = (await sealer.seal([line], most)).get(line);
  if (sealed === undefined) throw new Error('The line was not sealed.');
  return sealed;
}

describe('a sealed line', () => {
  it('is the same line again, whatever it is and however little room there is', async () => {
    const texts = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 40, max: 2_000 }), async (line, most) => {
        const sealed = await sealOf(line, most);

        expect(sealed.length).toBeLessThanOrEqual(most);
        expect(await sealer.unseal(sealed)?.line()).toBe(line);
      }),
    );
  });

  it('is not believed when anything of it was changed', async () => {
    const sealed = await sealOf('unsubscribe 1a2b3c4d');
    const position = fc.integer({ min: 0, max: sealed.length - 1 });
    fc.assert(
      fc.property(position, fc.constantFrom('A', 'b', '7', 'l', 'k', 'L', 'K', '-'), (at, sign) => {
        fc.pre(sealed[at] !== sign);

        expect(sealer.unseal(sealed.slice(0, at) + sign + sealed.slice(at + 1))).toBeNull();
      }),
    );
  });

  it.each(['', 'latest', 'l', 'laaaaaaaaaaaalatest'])(
    'is not believed when the bot did not make it: "%s"',
    (text) => {
      expect(sealer.unseal(text)).toBeNull();
    },
  );

  it('is not believed by a bot with another secret', async () => {
    const sealed = await sealOf('latest');
    const other = await openStore('file::memory:');
    await other.migrate();
    const stranger = createSealer({ keepsakes: other.keepsakes, clock: createFakeClock() });
    await stranger.open();

    expect(stranger.unseal(sealed)).toBeNull();
    await other.close();
  });

  it.each([
    ['latest page:2', true],
    ['story s-1', false],
    ['search homepage:2', false],
    [`search ${'long '.repeat(50)}page:3`, true],
  ])('says whether it turns a page: %s', async (line, isPaging) => {
    expect(sealer.unseal(await sealOf(line))?.isPaging).toBe(isPaging);
  });

  it('that is not kept any more has no line', async () => {
    const sealed = await sealOf(`search ${'long '.repeat(50)}`);
    const keepsakes = { ...store.keepsakes, line: async () => null };
    const forgetful = createSealer({ keepsakes, clock: createFakeClock() });
    await forgetful.open();

    expect(await forgetful.unseal(sealed)?.line()).toBeNull();
  });
});
