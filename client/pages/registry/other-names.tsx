import { useTranslation } from 'react-i18next';
import { type OtherName, type Side, uses } from '../../../shared/names/entity/entity.ts';
import { UsedTexts } from '../../ui/used-texts.tsx';

interface OtherNamesProps {
  readonly side: Side;
  readonly names: readonly OtherName[];
  readonly onNames: (names: readonly OtherName[]) => void;
}

/** The other names of one side, each with what it is for. */
export function OtherNames({ side, names, onNames }: OtherNamesProps) {
  const { t } = useTranslation();
  const sideName = t(`registry.side.${side}`);
  return (
    <UsedTexts
      title={t('registry.form.others', { side: sideName })}
      lang={side}
      texts={names.map(({ name, use }) => ({ text: name, use: use ?? '' }))}
      uses={[
        { value: '', label: t('registry.use.variant') },
        ...uses.map((value) => ({ value, label: t(`registry.use.${value}`) })),
      ]}
      names={{
        text: (number) => t('registry.form.other', { side: sideName, number }),
        use: (name) => t('registry.form.useOf', { name }),
        remove: (name) => t('registry.form.removeName', { name }),
        add: t(`registry.form.addName.${side}`),
      }}
      usual=""
      onTexts={(texts) =>
        onNames(texts.map(({ text, use }) => ({ name: text, use: uses.find((known) => known === use) ?? null })))
      }
    />
  );
}
