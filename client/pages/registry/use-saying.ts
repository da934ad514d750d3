import { useTranslation } from 'react-i18next';
import type { EntityRecord, OtherName } from '../../../shared/names/entity/entity.ts';

/** Gives what a record says in one of its parts, as a line. */
export function useSaying(): (record: EntityRecord, part: keyof EntityRecord) => string {
  const { t } = useTranslation();
  const name = ({ name, use }: OtherName) => (use === null ? name : `${name} (${t(`registry.use.${use}`)})`);
  return (record, part) => {
    const said = record[part];
    if (said === null || said.length === 0) return t('registry.nothing');
    return typeof said === 'string' ? said : said.map(name).join(t('registry.comma'));
  };
}
