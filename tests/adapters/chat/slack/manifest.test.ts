import { describe, expect, it } from 'vitest';
import { type ManifestOptions, slackManifest } from '../../../../adapters/chat/slack/manifest.ts';
import { commands } from '../../../../commands/index.ts';
import { UserError } from '../../../../src/errors.ts';

function aManifest(choices: Partial<ManifestOptions> = {}) {
  return slackManifest({
    commands,
    rootCommand: 'relations',
    publicUrl: null,
    isSocketMode: true,
    ...choices,
  });
}

describe('the manifest of the app', () => {
  it('has the one slash command, whose text arrives as it was typed', () => {
    const { slash_commands } = aManifest().features;

    expect(slash_commands).toMatchObject([{ command: '/relations', should_escape: false }]);
    expect(slash_commands[0]?.usage_hint).toContain('latest');
    for (const { name } of commands) expect(slash_commands[0]?.usage_hint).toContain(name);
  });

  it('asks for what the bot uses and no more', () => {
    const { scopes } = aManifest().oauth_config;

    expect(scopes.bot.toSorted()).toEqual([
      'app_mentions:read',
      'channels:history',
      'channels:read',
      'chat:write',
      'commands',
      'files:write',
      'groups:history',
      'groups:read',
      'im:history',
      'im:write',
      'users:read',
    ]);
  });

  it('listens to what the bot hears', () => {
    const { settings, features } = aManifest();

    expect(settings.event_subscriptions.bot_events).toEqual([
      'app_home_opened',
      'app_mention',
      'app_uninstalled',
      'message.im',
      'tokens_revoked',
    ]);
    expect(settings.interactivity.is_enabled).toBe(true);
    expect(settings.token_rotation_enabled).toBe(false);
    expect(features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  it('needs no address in Socket Mode', () => {
    const manifest = aManifest();

    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toContain('https:');
  });

  it('names where Slack calls the bot over HTTP', () => {
    const { settings, features, oauth_config } = aManifest({
      publicUrl: 'https://bot.example',
      isSocketMode: false,
    });

    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: 'https://bot.example/slack/events' },
      interactivity: { request_url: 'https://bot.example/slack/events' },
    });
    expect(features.slash_commands[0]).toMatchObject({ url: 'https://bot.example/slack/events' });
    expect(oauth_config).toMatchObject({ redirect_urls: ['https://bot.example/slack/oauth_redirect'] });
  });

  it('names where people come back to when many workspaces use Socket Mode', () => {
    const manifest = aManifest({ publicUrl: 'https://bot.example' });

    expect(manifest.settings.socket_mode_enabled).toBe(true);
    expect(manifest.oauth_config).toMatchObject({
      redirect_urls: ['https://bot.example/slack/oauth_redirect'],
    });
    expect(JSON.stringify(manifest)).not.toContain('/slack/events');
  });

  it('keeps within the limits of Slack, however much there is to say', () => {
    const many = Array.from({ length: 300 }, (_, place) => ({
      ...{ name: `command-${place}`, description: 'What it does, at some length. '.repeat(3), examples: [] },
    }));

    for (const list of [commands, many, []]) {
      const { display_information, features } = aManifest({ commands: list });
      const [command] = features.slash_commands;
      expect(display_information.name.length).toBeLessThanOrEqual(35);
      expect(display_information.description.length).toBeLessThanOrEqual(140);
      expect(command?.description.length).toBeLessThanOrEqual(2_000);
      expect(command?.usage_hint.length).toBeLessThanOrEqual(1_000);
      const { long_description } = { long_description: 'x'.repeat(175), ...display_information };
      expect(long_description.length).toBeGreaterThanOrEqual(175);
      expect(long_description.length).toBeLessThanOrEqual(4_000);
    }
  });

  it('cannot be made for a command that Slack does not take', () => {
    expect(() => aManifest({ rootCommand: 'r'.repeat(32) })).toThrow(UserError);
    expect(aManifest({ rootCommand: 'r'.repeat(31) }).features.slash_commands).toHaveLength(1);
  });
});
