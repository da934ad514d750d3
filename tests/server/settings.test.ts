import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSettings, variables } from '../../server/settings.ts';

describe('the settings', () => {
  it('have defaults that work without a word', () => {
    expect(readSettings({})).toEqual({
      ok: true,
      value: { port: 4747, host: '127.0.0.1', origins: [], data: resolve('data'), logLevel: 'warn' },
    });
  });

  it('are what the environment says; an empty variable says nothing', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      RADIF_ORIGIN: 'https://Radif.example.org/, http://radif.lan:8080',
      RADIF_DATA: '/srv/radif',
      DATABASE_URL: 'postgres://radif:secret@db:5432/radif',
      LOG_LEVEL: 'info',
    };
    expect(readSettings(env)).toEqual({
      ok: true,
      value: {
        port: 0,
        host: '::1',
        origins: ['https://radif.example.org', 'http://radif.lan:8080'],
        data: '/srv/radif',
        databaseUrl: env.DATABASE_URL,
        logLevel: 'info',
      },
    });
    expect(readSettings({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readSettings({}));
  });

  it('have a default for every variable that the help lists', () => {
    const standard = Object.fromEntries(variables.map(({ name, standard }) => [name, standard]));
    expect(readSettings(standard)).toEqual(readSettings({}));
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '47.47'],
    ['PORT', '1e3'],
    ['HOST', 'http://localhost'],
    ['RADIF_ORIGIN', 'radif.example.org'],
    ['RADIF_ORIGIN', 'https://radif.example.org/path'],
    ['RADIF_ORIGIN', 'https://radif.example.org, file://x'],
    ['LOG_LEVEL', 'loud'],
  ])('name a wrong value: %s=%s', (name, value) => {
    const settings = readSettings({ [name]: value });
    if (settings.ok) throw new Error('It was taken');
    expect(settings.problems).toHaveLength(1);
    expect(settings.problems[0]).toMatchObject({ rule: 'setting', element: name });
    expect(settings.problems[0]?.message).toMatch(new RegExp(`^${name} should be .+, but it is "${value}"\\.$`));
  });

  it('tell of several wrong values at once, and never show an address with its password', () => {
    const settings = readSettings({ PORT: 'x', DATABASE_URL: 'mysql://radif:secret@db/radif' });
    if (settings.ok) throw new Error('They were taken');
    expect(settings.problems.map(({ element }) => element)).toEqual(['PORT', 'DATABASE_URL']);
    expect(JSON.stringify(settings)).not.toContain('secret');
  });
});
