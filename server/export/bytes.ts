import type { PackageParts } from '../../shared/formats/corpus/format.ts';
import type { CorpusExport } from '../../shared/formats/export.ts';
import type { FileBytes, Packer } from './packer.ts';
import { parquetPacker } from './parquet.ts';
import { openArchive } from './zip.ts';

/** The bytes of an export, as its rows are read: text in UTF-8, or the packages of office programs around it. To be read once. */
export async function* exportBytes({ files, chunks }: CorpusExport): AsyncGenerator<FileBytes, void> {
  const packers = files.map(({ packing }) =>
    packing === undefined ? null : packing === 'parquet' ? parquetPacker() : packer(packing),
  );
  for (const [file, each] of packers.entries()) if (each) yield { file, bytes: each.begin() };
  for await (const { file, text } of chunks) {
    const bytes = Buffer.from(text);
    yield { file, bytes: packers[file]?.push(bytes) ?? bytes };
  }
  for (const [file, each] of packers.entries()) if (each) yield { file, bytes: each.end() };
}

/** Makes a package of a part that comes in pieces. */
function packer({ part, beside }: PackageParts): Packer {
  const archive = openArchive();
  return {
    begin() {
      const done = Object.entries(beside).map(([name, text]) => {
        archive.begin(name);
        return Buffer.concat([archive.push(Buffer.from(text)), archive.endFile()]);
      });
      archive.begin(part);
      return Buffer.concat(done);
    },
    push: (bytes: Uint8Array) => archive.push(bytes),
    end: () => Buffer.concat([archive.endFile(), archive.end()]),
  };
}
