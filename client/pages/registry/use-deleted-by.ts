import { useTranslation } from 'react-i18next';

/** Gives who deleted an entity: the name, and as a line with when it was. */
export function useDeletedBy() {
  const { t } = useTranslation();
  const name = (person: string) => (person === 'local' ? t('history.keyHolder') : `\u2068${person}\u2069`);
  const by = (person: string, when: string) => t('registry.deleted.by', { person: name(person), when });
  return { name, by };
}
