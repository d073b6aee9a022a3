import { findZone } from './domain/zone-clock.ts';
import type { SettingType } from './ports/setting.ts';

export const databaseUrl: SettingType<string> = {
  expected: 'file: and a path, such as file:./data/dragoman.db, or postgres://user:password@host/database',
  read: (text) => (/^file:.+/.test(text) || isPostgres(text) ? text : undefined),
};

export const filePath: SettingType<string> = {
  expected: 'a path, from the folder where the program is started',
  read: (text) => (text === '' || text.includes('\0') ? undefined : text),
};

export const optionalFilePath: SettingType<string | null> = {
  expected: 'a path, or empty',
  read: (text) => (text === '' ? null : filePath.read(text)),
};

export const rootCommand: SettingType<string> = {
  expected: 'one word of up to 32 lower-case letters, digits, - or _, without a slash',
  read: (text) => (/^[\p{Ll}\p{Lo}\p{N}_-]{1,32}$/u.test(text) ? text : undefined),
};

export const timeZone: SettingType<string> = {
  expected: 'an IANA time zone, such as Asia/Almaty',
  read: (text) => findZone(text) ?? undefined,
};

export const wholeHours: SettingType<number> = {
  expected: 'a whole number of hours from 0 to 168',
  read: (text) => (/^\d{1,3}$/.test(text) && Number(text) <= 168 ? Number(text) : undefined),
};

export const optionalDays: SettingType<number | null> = {
  expected: 'a number of days from 1 to 36500, or empty',
  read: (text) => {
    if (text === '') return null;
    return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 36_500 ? Number(text) : undefined;
  },
};

/** Text without spaces, such as a token or an id. */
export function optionalText(expected: string, shape: RegExp): SettingType<string | null> {
  return {
    expected: `${expected}, or empty`,
    read: (text) => (text === '' ? null : shape.test(text) ? text : undefined),
  };
}

/** An address of a server, without a slash at its end. */
export const optionalAddress: SettingType<string | null> = {
  expected: 'an address that begins with https:// or http://, or empty',
  read: (text) => (text === '' ? null : isAddress(text) ? text.replace(/\/+$/, '') : undefined),
};

export const port: SettingType<number> = {
  expected: 'the number of a port from 1 to 65535, or 0 for any that is free',
  read: (text) => (/^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
};

/** Null where nothing listens. */
export const optionalPort: SettingType<number | null> = {
  expected: `${port.expected}; or empty`,
  read: (text) => (text === '' ? null : port.read(text)),
};

export const host: SettingType<string> = {
  expected: 'an address of this machine, such as 127.0.0.1, or 0.0.0.0 or :: for all of them',
  read: (text) => (/^[\w.:-]{1,253}$/.test(text) ? text : undefined),
};

/** From 1 on. */
export function countUpTo(most: number): SettingType<number> {
  return {
    expected: `a whole number from 1 to ${most}`,
    read: (text) => (/^[1-9]\d{0,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined),
  };
}

/** Values apart by commas. */
export const list: SettingType<readonly string[]> = {
  expected: 'ids separated by commas, or empty',
  read: (text) =>
    text
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
};

/** Places of the network, as the fetcher is allowed them. */
export const places: SettingType<readonly string[]> = {
  expected:
    'host names, host:port, addresses or blocks of addresses like 10.1.0.0/16, separated by commas, or empty',
  read: (text) => {
    const entries = list.read(text);
    return entries?.every(isPlace) ? entries : undefined;
  },
};

export function choice<const Choices extends readonly string[]>(
  choices: Choices,
): SettingType<Choices[number]> {
  return {
    expected: choices.length === 1 ? `${choices[0]} (nothing else yet)` : `one of ${choices.join(', ')}`,
    read: (text) => choices.find((one) => one === text.toLowerCase()),
  };
}

function isPostgres(text: string): boolean {
  return /^postgres(ql)?:\/\/./.test(text) && URL.canParse(text);
}

function isAddress(text: string): boolean {
  return /^https?:\/\/./.test(text) && URL.canParse(text);
}

function isPlace(text: string): boolean {
  const [network = '', prefix, ...rest] = text.split('/');
  const longest = bitsOf(network);
  if (prefix !== undefined) {
    return rest.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) <= (longest ?? -1);
  }
  return longest !== null || /^[a-z\d]([a-z\d.-]*[a-z\d])?\.?(:\d{1,5})?$/i.test(text);
}

/** How long an address is; null when the text is none. */
function bitsOf(text: string): number | null {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return URL.canParse(`http://${text}`) ? 32 : null;
  return URL.canParse(`http://[${text}]`) ? 128 : null;
}
