import type { Label } from '../../shared/core/label.ts';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { readRegistryFile } from '../../shared/formats/registry/read.ts';
import type { Entity } from '../../shared/names/entity/entity.ts';
import { type RegistryAdditions, registryAdditions } from '../../shared/names/registry/additions.ts';
import type { Task } from './task.ts';

export interface RegistryOrder {
  readonly text: string;
  readonly labels: readonly Label[];
  /** The entities that the registry has. */
  readonly entities: readonly RevisedEntity[];
}

type RevisedEntity = Entity & { readonly revision: number };

/** What the file brings, and what was read otherwise than it stands there. */
export interface RegistryNews extends RegistryAdditions<RevisedEntity> {
  readonly warnings: readonly Problem[];
}

/** Reads a file of entities and compares it with a registry. */
export const registryTask: Task<RegistryOrder, Checked<RegistryNews>> = async ({ text, labels, entities }) => {
  const file = readRegistryFile(text, labels);
  if (!file.ok) return file;
  return { ok: true, value: { ...registryAdditions(entities, file.value.entities), warnings: file.value.warnings } };
};
