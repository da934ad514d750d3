import { useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { colorSchemes } from '../../frame/color-scheme-switch.tsx';
import { Frame } from '../../frame/frame.tsx';
import { endonyms, languages } from '../../locales/index.ts';
import { prefer, sideOrders, textSizes, usePreferences } from '../../platform/preferences.ts';
import { Crumbs } from '../../ui/crumbs.tsx';
import { Choice } from './choice.tsx';
import { KeyTable } from './key-table.tsx';
import { NameChoice } from './name-choice.tsx';
import styles from './settings.module.css';
import { TextSample } from './text-sample.tsx';

/** What a person may set; all of it works at once and stays in this browser. */
export function Settings() {
  const { t } = useTranslation();
  const { language, sides, textSize } = usePreferences();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Frame title={t('settings.title')} breadcrumb={<Crumbs names={[t('settings.title')]} />}>
      <div className={styles.page}>
        <h1 className={styles.title}>{t('settings.title')}</h1>
        <p className={styles.note}>{t('settings.note')}</p>
        <Choice
          name={t('settings.language')}
          note={t('settings.languageNote')}
          values={languages}
          value={language}
          say={(one) => <span lang={one}>{endonyms[one]}</span>}
          onChange={(chosen) => prefer({ language: chosen })}
        />
        <NameChoice />
        <Choice
          name={t('settings.colors')}
          values={colorSchemes}
          value={colorScheme}
          say={(one) => t(`app.colorScheme.${one}`)}
          onChange={setColorScheme}
        />
        <Choice
          name={t('settings.sides')}
          note={t('settings.sidesNote')}
          values={sideOrders}
          value={sides}
          say={(one) => t(`settings.side.${one}`)}
          onChange={(chosen) => prefer({ sides: chosen })}
        />
        <Choice
          name={t('settings.textSize')}
          values={textSizes}
          value={textSize}
          say={(one) => t(`settings.size.${one}`)}
          onChange={(chosen) => prefer({ textSize: chosen })}
        />
        <TextSample />
        <KeyTable />
      </div>
    </Frame>
  );
}
