import { describe, expect, it } from 'vitest';
import type { MakeDatabase } from '../store.ts';
import { NOW, storeInTest } from './store-in-test.ts';

export function describeKeepsakes(makeDatabase: MakeDatabase): void {
  describe('keepsakes', () => {
    describe('secrets', () => describeSecrets(makeDatabase));
    describe('lines', () => describeLines(makeDatabase));
  });
}

function describeSecrets(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('are 32 bytes, ever the same, and different for every name', async () => {
    const secrets = [
      await store().keepsakes.secret('a'),
      await store().keepsakes.secret('b'),
      await store().keepsakes.secret('a'),
    ];

    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(secrets[2]).toBe(secrets[0]);
    expect(secrets[1]).not.toBe(secrets[0]);
  });

  it('are the same for all who ask at once', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => store().keepsakes.secret('a')));

    expect(new Set(secrets).size).toBe(1);
  });

  it('differ between databases', async () => {
    const database = await makeDatabase();
    const other = await database.open();
    await other.migrate();

    const secrets = [await store().keepsakes.secret('a'), await other.keepsakes.secret('a')];

    await database.drop();
    expect(secrets[0]).not.toBe(secrets[1]);
  });
}

function describeLines(makeDatabase: MakeDatabase): void {
  const store = storeInTest(makeDatabase);

  it('are found under their keys, and nothing under others', async () => {
    await store().keepsakes.keepLines(
      new Map([
        ['k1', 'latest page:2'],
        ['k2', 'story abc'],
      ]),
      NOW,
    );

    const found = await Promise.all(['k1', 'k2', 'k3'].map((key) => store().keepsakes.line(key)));

    expect(found).toEqual(['latest page:2', 'story abc', null]);
  });

  it('may be kept again, sooner or later, beside new ones', async () => {
    await store().keepsakes.keepLines(new Map([['k1', 'latest']]), NOW);

    for (const at of [NOW, NOW - 1, NOW + 1]) {
      await store().keepsakes.keepLines(
        new Map([
          ['k1', 'latest'],
          [`at ${at}`, 'new'],
        ]),
        at,
      );
    }

    expect(await store().keepsakes.line('k1')).toBe('latest');
    expect(await store().keepsakes.line(`at ${NOW + 1}`)).toBe('new');
  });

  it('stay as they were first kept', async () => {
    await store().keepsakes.keepLines(new Map([['k1', 'latest']]), NOW);

    await store().keepsakes.keepLines(new Map([['k1', 'something else']]), NOW + 1);

    expect(await store().keepsakes.line('k1')).toBe('latest');
  });

  it('may be none, or thousands, from many at once', async () => {
    const lines = new Map(Array.from({ length: 2_000 }, (_, place) => [`k${place}`, `story ${place}`]));

    await Promise.all([new Map(), lines, lines, lines].map((each) => store().keepsakes.keepLines(each, NOW)));

    expect(await store().keepsakes.line('k0')).toBe('story 0');
    expect(await store().keepsakes.line('k1999')).toBe('story 1999');
  });
}
