import { stripVTControlCharacters } from 'node:util';
import { webAddress, withoutSteering } from '../../../src/messages/without-steering.ts';

/** Text from outside on one line, without anything that could steer a terminal or turn the reading direction. */
export function safeText(text: string): string {
  return withoutSteering(stripVTControlCharacters(text));
}

/** An address that is safe inside an OSC 8 link or between angle brackets; null for anything but a web address. */
export const safeUrl = webAddress;
