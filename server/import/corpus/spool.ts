import { open } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';

/** Where a value stands in a spool, in bytes. */
export interface Place {
  readonly at: number;
  readonly size: number;
}

/** Values on their way into a spool. */
export interface SpoolWriter {
  put(value: unknown): Promise<Place>;
  close(): Promise<void>;
}

/** Begins a file with values that nobody wants to hold all at once: what structured clone takes. */
export async function beginSpool(path: string): Promise<SpoolWriter> {
  const file = await open(path, 'w');
  let end = 0;
  return {
    async put(value) {
      const bytes = serialize(value);
      const place = { at: end, size: bytes.length };
      end += bytes.length;
      await file.appendFile(bytes);
      return place;
    },
    close: () => file.close(),
  };
}

/** The values of a spool that was written. */
export interface Spool {
  get(place: Place): Promise<unknown>;
  close(): Promise<void>;
}

export async function openSpool(path: string): Promise<Spool> {
  const file = await open(path, 'r');
  return {
    async get({ at, size }) {
      const bytes = Buffer.allocUnsafe(size);
      for (let read = 0; read < size; ) {
        const { bytesRead } = await file.read(bytes, read, size - read, at + read);
        if (bytesRead === 0) throw new Error(`${path} ends before ${at + size}`);
        read += bytesRead;
      }
      return deserialize(bytes) as unknown;
    },
    close: () => file.close(),
  };
}
