import manifest from '../package.json' with { type: 'json' };

/** The version of Radif. */
export const version: string = manifest.version;
