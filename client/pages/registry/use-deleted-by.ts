import { useTranslation } from 'react-i18next';

/** Gives who deleted an entity, and when, as a line. */
export function useDeletedBy(): (person: string, when: string) => string {
  const { t } = useTranslation();
  return (person, when) =>
    t('registry.deleted.by', {
      person: person === 'local' ? t('history.keyHolder') : `\u2068${person}\u2069`,
      when,
    });
}
