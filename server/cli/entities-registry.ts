import { readFile } from 'node:fs/promises';
import { defaultLabels } from '../../shared/core/label.ts';
import type { Checked } from '../../shared/core/problem.ts';
import type { RegistryFile } from '../../shared/formats/registry/csv.ts';
import { readRegistryFile } from '../../shared/formats/registry/read.ts';
import { emptyRegistry, type Registry, registryOf } from '../../shared/names/registry/registry.ts';
import { decode } from '../import/decode.ts';
import { fileProblem } from './file-failure.ts';
import { withRemedy } from './input.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** The registry of a CSV or TBX file, the empty one for no file; `null` when it cannot be read, which is told. */
export async function registryFrom(path: string | undefined, terminal: Terminal): Promise<Registry | null> {
  if (path === undefined) return emptyRegistry;
  const file = await read(path);
  tellProblems(terminal, file.ok ? file.value.warnings : withRemedy(file.problems, false), path);
  return file.ok ? registryOf(file.value.entities.map((entity, index) => ({ ...entity, id: `${index + 1}` }))) : null;
}

async function read(path: string): Promise<Checked<RegistryFile>> {
  try {
    const text = decode(await readFile(path));
    return text.ok ? readRegistryFile(text.value, defaultLabels) : text;
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}
