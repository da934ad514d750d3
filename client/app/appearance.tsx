import { useDirection } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '../platform/language.ts';
import { usePreferences } from '../platform/preferences.ts';

/** Makes the page follow the preferences: its language and direction, the order of the sides, the size of the texts. */
export function Appearance() {
  const { language, sides, textSize } = usePreferences();
  const { i18n } = useTranslation();
  const { setDirection } = useDirection();
  const direction = i18n.dir();

  useEffect(() => void speak(language), [language]);
  useEffect(() => setDirection(direction), [direction, setDirection]);
  useEffect(() => {
    document.documentElement.dataset.sides = sides;
    document.documentElement.dataset.textSize = textSize;
  }, [sides, textSize]);

  return null;
}
