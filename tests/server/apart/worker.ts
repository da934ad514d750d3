import { builtProgram } from '../process/program.ts';

/** The program that does tasks, built as it is shipped. */
export function workerProgram(): Promise<string> {
  return builtProgram('server/apart/process.ts');
}
