import manifest from '../../package.json' with { type: 'json' };

/** Who made a file or answers a call: the program by name and version. */
export const product: { readonly name: string; readonly version: string } = {
  name: 'Radif',
  version: manifest.version,
};
