import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defaultLabels, type Label } from '../../../shared/core/label.ts';
import { queries } from '../../app/server.ts';
import type { Editor } from '../../editor/editor.ts';

/** The labels of a project, told to the editor; until they are there, those that a project begins with. */
export function useLabels(project: string, editor: Editor | null): readonly Label[] {
  const { data: labels = defaultLabels } = useQuery(queries.label.list.queryOptions({ project }));
  useEffect(() => editor?.setMentionLabels(labels), [editor, labels]);
  return labels;
}
