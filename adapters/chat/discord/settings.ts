import type { Setting } from '../../../src/ports/setting.ts';
import { countUpTo, optionalAddress, optionalText } from '../../../src/setting-types.ts';

const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;
const ID = /^\d{17,20}$/;

export const settings = {
  token: {
    name: 'DISCORD_TOKEN',
    type: optionalText('the token of a bot: three parts with dots between them', TOKEN),
    default: '',
    meaning: 'Token of the bot on Discord.',
    isSecret: true,
  },
  applicationId: {
    name: 'DISCORD_APPLICATION_ID',
    type: optionalText('the id of an application: 17 to 20 digits', ID),
    default: '',
    meaning: 'Id of the application on Discord that the bot belongs to.',
    isSecret: false,
  },
  apiUrl: {
    name: 'DISCORD_API_URL',
    type: optionalAddress,
    default: '',
    meaning: "Base address of Discord's API, for proxies; normally empty.",
    isSecret: false,
  },
  shards: {
    name: 'DISCORD_SHARDS',
    type: countUpTo(1_000),
    default: '1',
    meaning:
      'How many connections to Discord carry the bot, over all its processes; the same for each of them. Discord asks for more than one from 2,500 servers on.',
    isSecret: false,
  },
} satisfies Readonly<Record<string, Setting<string | number | null>>>;
