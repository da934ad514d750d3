import { Chip, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Status, statuses } from '../../shared/core/status.ts';

interface StatusChipsProps {
  readonly chosen: readonly Status[];
  readonly onChoose: (chosen: readonly Status[]) => void;
}

/** The states of a segment, any of them to be chosen; given in their own order. */
export function StatusChips({ chosen, onChoose }: StatusChipsProps) {
  const { t } = useTranslation();
  return (
    <Chip.Group
      multiple
      value={[...chosen]}
      onChange={(values) => onChoose(statuses.filter((status) => values.includes(status)))}
    >
      <Group gap={6}>
        {statuses.map((status) => (
          <Chip key={status} value={status} size="xs" variant="outline">
            {t(`workbench.status.${status}`)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
