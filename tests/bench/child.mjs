// One measurement in a process of its own, so that its memory and its warmth are its own.
import { pathToFileURL } from 'node:url';

const [bundle = '', name = '', argument = ''] = process.argv.slice(2);
const work = (await import(pathToFileURL(bundle).href))[name];
const figures = await work(argument);
process.send?.(figures, () => process.exit(0));
