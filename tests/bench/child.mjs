// One case of one benchmark in a process of its own, so that its memory and its warmth are its own.
import { pathToFileURL } from 'node:url';

const [bundle = '', name = ''] = process.argv.slice(2);
const { measure } = await import(pathToFileURL(bundle).href);
const figures = await measure(name);
process.send?.(figures, () => process.exit(0));
