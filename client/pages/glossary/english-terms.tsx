import { useTranslation } from 'react-i18next';
import { type EnglishTerm, type TermUse, termUses } from '../../../shared/terms/term.ts';
import { UsedTexts } from '../../ui/used-texts.tsx';

interface EnglishTermsProps {
  readonly terms: readonly EnglishTerm[];
  readonly onTerms: (terms: readonly EnglishTerm[]) => void;
}

/** The English of a term, each with what it is for. */
export function EnglishTerms({ terms, onTerms }: EnglishTermsProps) {
  const { t } = useTranslation();
  const usual: TermUse = terms.length === 0 ? 'preferred' : 'admitted';
  return (
    <UsedTexts
      title={t('terms.form.en')}
      lang="en"
      texts={terms}
      uses={termUses.map((value) => ({ value, label: t(`terms.use.${value}`) }))}
      names={{
        text: (number) => t('terms.form.english', { number }),
        use: (name) => t('terms.form.useOf', { name }),
        remove: (name) => t('terms.form.removeEnglish', { name }),
        add: t('terms.form.addEnglish'),
      }}
      usual={usual}
      onTexts={(texts) =>
        onTerms(texts.map(({ text, use }) => ({ text, use: termUses.find((known) => known === use) ?? usual })))
      }
    />
  );
}
