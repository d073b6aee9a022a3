import { DiscordAPIError, Routes } from 'discord.js';
import { z } from 'zod';
import { type DiscordAccount, otherApplication, tokenRefused } from '../account.ts';
import type { DiscordRest } from './open-rest.ts';

const application = z.object({ id: z.string() });

/** `ConfigError` when Discord does not know the token, or knows it of another application; fails when it cannot say. */
export async function checkAccount({ applicationId }: DiscordAccount, rest: DiscordRest): Promise<void> {
  const { id } = application.parse(await rest.bot.get(Routes.currentApplication()).catch(explain));
  if (id !== applicationId) throw otherApplication(id);
}

function explain(error: unknown): never {
  throw error instanceof DiscordAPIError && error.status === 401 ? tokenRefused() : error;
}
