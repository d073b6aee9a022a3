import { registerHooks } from 'node:module';

const CLOCK = '/adapters/clock/system-clock.ts';
const HURRIED = new URL('./hurried-clock.ts', import.meta.url).href;

/** Loaded before the program: everything of it is the real thing, but its clock is that of a simulated world. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const resolved = nextResolve(specifier, context);
    return resolved.url.endsWith(CLOCK) ? { ...resolved, url: HURRIED } : resolved;
  },
});
