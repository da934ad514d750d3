import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { languages, loadMessages } from '../../client/locales/index.ts';
import { statuses, statusNamed, statusNames } from '../../shared/core/status.ts';

describe('the names of states', () => {
  it('are one for each state, and the interface has the same in English', async () => {
    expect(new Set(Object.values(statusNames)).size).toBe(statuses.length);
    const { workbench } = await loadMessages('en');
    const shown = Object.entries(workbench.status).map(([status, name]) => [status, name.toLowerCase()]);
    expect(Object.fromEntries(shown)).toEqual(statusNames);
  });

  it.each(languages)('are the same in the names of commands, in %s', async (lng) => {
    const translation = await loadMessages(lng);
    const t = await i18next.createInstance().init({ lng, resources: { [lng]: { translation } } });
    for (const status of statuses) {
      expect(t(`keys.command.segment.setStatus.${status}`)).toContain(`: ${t(`workbench.status.${status}`)}`);
    }
  });

  it('are read in either form, and nothing else is', () => {
    for (const status of statuses) {
      expect(statusNamed(status)).toBe(status);
      expect(statusNamed(statusNames[status].replaceAll(' ', '-'))).toBe(status);
    }
    expect(statusNamed('Confirmed')).toBe('translated');
    for (const name of ['', 'done', 'not', 'all']) expect(statusNamed(name)).toBeNull();
  });
});
