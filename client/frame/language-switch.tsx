import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { endonyms, type Language } from '../locales/index.ts';
import { prefer, usePreferences } from '../platform/preferences.ts';

/** The language that the switch turns to. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'fa' : 'en';
}

/** One button that says, in the other language, what it turns to. */
export function LanguageSwitch() {
  const other = otherLanguage(usePreferences().language);
  return (
    <Tooltip label={<span lang={other}>{endonyms[other]}</span>}>
      <ActionIcon lang={other} aria-label={endonyms[other]} onClick={() => prefer({ language: other })}>
        <IconLanguage size={18} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
