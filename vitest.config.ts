import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 20_000,
    // No module holds state, so that test files can share their modules: they are loaded once, not once a file.
    isolate: false,
  },
});
