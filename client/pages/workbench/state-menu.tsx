import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { statuses } from '../../../shared/core/status.ts';
import type { Editor } from '../../editor/editor.ts';
import { useRunCommand } from '../../keys/use-commands.ts';
import { useActiveSegment } from '../../panels/use-active.ts';

interface StateMenuProps {
  readonly editor: Editor;
  /** Where the node of the segment stands in the window. */
  readonly anchor: DOMRect;
  readonly onClose: () => void;
}

/** The menu at a node of the spine: the state of its segment, and whether it is a lead. */
export function StateMenu({ editor, anchor, onClose }: StateMenuProps) {
  const { t } = useTranslation();
  const segment = useActiveSegment(editor);
  const run = useRunCommand();
  if (!segment) return null;
  return (
    <Menu opened onClose={onClose} position="bottom" trapFocus returnFocus={false}>
      <Menu.Target>
        <span
          aria-hidden="true"
          style={{
            position: 'fixed',
            left: anchor.left,
            top: anchor.top,
            width: anchor.width,
            height: anchor.height,
            pointerEvents: 'none',
          }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('workbench.menu.label', { number: segment.index + 1 })}>
        {statuses.map((status) => (
          <Menu.Item
            key={status}
            onClick={() => run(`segment.setStatus.${status}`)}
            rightSection={segment.status === status && <IconCheck size={15} stroke={2} />}
          >
            {t(`workbench.status.${status}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => run('segment.toggleLead')}>
          {segment.kind === 'lead' ? t('workbench.menu.asSentence') : t('workbench.menu.asLead')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
