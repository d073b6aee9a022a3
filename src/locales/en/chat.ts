import { counted, meant, orList } from './wording.ts';

/** What is said about commands themselves. */
export const chat = {
  help: {
    heading: 'What you can ask',
    examples: 'Examples',
    options: 'Options',
    required: 'required',
    choices: (choices: string) => `one of ${choices}`,
    more: 'help COMMAND tells more about one command; a question in plain words is answered, too.',
    unknown: (name: string) => `There is no command "${name}".`,
    managers:
      'Only people who manage this channel may run it: administrators, and whoever created the channel or has the right to manage it.',
    operators: 'Only operators may run it: the people whom the settings of the bot name.',
    share: 'Answers are for you alone; --share at the end shows one to the channel.',
  },
  chat: {
    person: 'person',
    topic: 'topic',
    side: 'side',
    unknownCommand: (name: string, near: string | null) =>
      `There is no command "${name}".${meant(near)} Type help to see what there is.`,
    unknownOption: (command: string, name: string, near: string | null, names: readonly string[]) =>
      `${command} has no option "${name}".${meant(near)} It takes ${orList(names)}.`,
    givenTwice: (option: string) => `"${option}" is given twice.`,
    isEmpty: (option: string) => `"${option}" is empty.`,
    working: 'Looking that up …',
    notALanguage: (text: string, codes: readonly string[]) =>
      `"${text}" is not a language that the bot reads. Choose ${orList(codes)}.`,
    missing: (command: string, option: string, example: string | null) =>
      `${command} needs ${option}.${example === null ? '' : ` For example: ${example}`}`,
    tooMuch: (text: string) => `Nothing here takes "${text}".`,
    fitsNothing: (text: string, options: readonly string[]) =>
      `"${text}" does not fit as ${orList(options)}.`,
    unknownName: (what: string, text: string, near: string | null) =>
      `The profile has no ${what} "${text}".${meant(near)}`,
    several: (text: string, names: readonly string[]) => `"${text}" may be ${orList(names)}. Which one?`,
    notAnInteger: (text: string) => `"${text}" is not a whole number.`,
    notADate: (text: string) =>
      `"${text}" is not a date. Write 2025, 2025-04, 2025-04-01, yesterday, or how long ago: 30d, 2w, 6m, 1y.`,
    notAChoice: (option: string, text: string, choices: readonly string[]) =>
      `"${text}" is not a ${option}. Choose ${orList(choices)}.`,
    notAZone: (text: string, near: string | null) =>
      `"${text}" is not a time zone.${meant(near)} Write it like Asia/Almaty.`,
    noSuchPage: (page: number) => `There is no page ${page}; the first is 1.`,
    managersOnly: (command: string) =>
      `Only people who manage this channel may use ${command}: administrators, and whoever created the channel or has the right to manage it.`,
    operatorsOnly: (command: string) =>
      `Only operators may use ${command}: the people whom the settings of the bot name.`,
    tryAgain: (problem: string, delay: string) => `${problem} Please try again in ${delay}.`,
    wentWrong: (id: string) => `Something went wrong (id ${id}). It has been noted; please try again later.`,
    seconds: (n: number) => counted(n, 'second', 'seconds'),
    minutes: (n: number) => counted(n, 'minute', 'minutes'),
    hours: (n: number) => counted(n, 'hour', 'hours'),
  },
};
