import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { defaultLabels, type Label } from '../../../shared/core/label.ts';
import type { Editor } from '../../editor/editor.ts';
import { useCommands } from '../../keys/use-commands.ts';
import { queries } from '../../platform/server.ts';

/** The labels of a project, told to the editor; until they are there, those that a project begins with. The command
 *  that opens them goes to the page of the entities. */
export function useLabels(project: string, editor: Editor | null): readonly Label[] {
  const navigate = useNavigate();
  const { data: labels = defaultLabels } = useQuery(queries.label.list.queryOptions({ project }));
  useEffect(() => editor?.setMentionLabels(labels), [editor, labels]);
  useCommands({
    'labels.open': () =>
      void navigate({ to: '/projects/$project/entities', params: { project }, search: { labels: true } }),
  });
  return labels;
}
