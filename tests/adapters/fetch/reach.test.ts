import { describe, expect, it } from 'vitest';
import { createReach } from '../../../adapters/fetch/reach.ts';

describe('what an operator allows', () => {
  it.each([
    ['intranet.example', { host: 'intranet.example', port: 8080, address: '10.0.0.1' }],
    ['Intranet.Example', { host: 'intranet.example.', port: 80, address: '10.0.0.1' }],
    ['intranet.example:8080', { host: 'intranet.example', port: 8080, address: '10.0.0.1' }],
    ['10.0.0.1', { host: '10.0.0.1', port: 8080, address: '10.0.0.1' }],
    ['10.0.0.1', { host: 'intranet.example', port: 80, address: '10.0.0.1' }],
    ['10.0.0.0/8', { host: 'intranet.example', port: 8080, address: '10.9.9.9' }],
    ['fd00::/8', { host: 'fd00::1', port: 80, address: 'fd00::1' }],
    ['[fd00::1]', { host: '[fd00::1]', port: 80, address: 'fd00::1' }],
    ['[fd00::1]:8080', { host: 'fd00::1', port: 8080, address: 'fd00::1' }],
  ])('%s opens %o', (entry, place) => {
    expect(createReach([entry])(place)).toBeNull();
    expect(createReach([])(place)).not.toBeNull();
  });

  it.each([
    ['intranet.example', { host: 'www.intranet.example', port: 80, address: '10.0.0.1' }],
    ['intranet.example', { host: 'other.example', port: 80, address: '10.0.0.1' }],
    ['intranet.example:8080', { host: 'intranet.example', port: 80, address: '10.0.0.1' }],
    ['10.0.0.0/8', { host: 'other.example', port: 80, address: '172.16.0.1' }],
    ['10.0.0.1', { host: 'other.example', port: 80, address: '10.0.0.2' }],
    ['fd00::1:80', { host: 'fd00::1', port: 80, address: 'fd00::1' }],
  ])('%s does not open %o', (entry, place) => {
    expect(createReach([entry])(place)).not.toBeNull();
  });
});
