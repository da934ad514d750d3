#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/server/main.js', import.meta.url);
const builder = new URL('./build.mjs', import.meta.url);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Radif needs Node 20.19 or newer; this is ${process.version}.\n`);
  process.exit(1);
}

// In a checkout what runs is what the sources say; a package from the registry comes built, and without a builder.
if (existsSync(fileURLToPath(builder))) {
  const { buildWhatIsOld } = await import(builder.href);
  if (!(await buildWhatIsOld(process.argv[2] === 'serve' ? ['server', 'client'] : ['server']))) process.exit(1);
}
await import(main.href);
