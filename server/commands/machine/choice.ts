import { destinationOf, type MachineChoice } from '../../../shared/core/machine.ts';
import type { Checked, Problem } from '../../../shared/core/problem.ts';
import type { Context } from '../../context.ts';
import type { Reader } from '../../db/database.ts';
import { projectById } from '../../db/project.ts';
import { readSetting, setSetting } from '../../db/setting.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { machineAddress } from '../../machine/address.ts';
import type { Machine } from '../../machine/translate.ts';

/** The machine of a project as it is stored. */
interface StoredMachine extends MachineChoice {
  readonly isOn: boolean;
  /** The key, encrypted for this project and destination. */
  readonly key: string | null;
  /** Who agreed that texts are sent, and where to. */
  readonly agreed: { readonly to: string; readonly person: string; readonly at: number } | null;
}

/** The same as people see it. Nothing of the key is told but whether there is one. */
export interface ToldMachine extends MachineChoice {
  readonly isOn: boolean;
  readonly hasKey: boolean;
  readonly agreed: StoredMachine['agreed'];
}

/** What a person says of the machine of a project. */
export interface SaidMachine extends MachineChoice {
  readonly project: string;
  /** A new key; `null` for none any more; left out, the stored one stays for the destination that it was given for. */
  readonly key?: string | null | undefined;
}

const usual: StoredMachine = { kind: 'chat', address: '', model: '', isOn: false, key: null, agreed: null };

/** The machine that a project has chosen; off where it has said nothing. */
export async function projectMachine(
  { store: { db } }: Context,
  { project }: { readonly project: string },
): Promise<ToldMachine> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  return told(await storedMachine(db, project));
}

/** Says which machine a project has and whether it is asked. It is switched on only by who has agreed that texts are sent there; to send
 *  them to another destination, somebody agrees anew. */
export async function chooseMachine(
  { store, machines, now, person }: Context,
  { project, isOn, isAgreed, ...said }: SaidMachine & { readonly isOn: boolean; readonly isAgreed: boolean },
): Promise<Checked<ToldMachine>> {
  const to = machineAddress(said.address) && destinationOf(said);
  if (to === null && (isOn || said.address !== '')) return { ok: false, problems: [badAddress(said.address)] };
  // A key is encrypted before the transaction: it may wait for a file.
  const fresh = said.key ? await machines.chest.lock(said.key, ownerOf(project, to)) : null;
  return store.transaction(async (trx) => {
    if (!(await projectById(trx, project))) throw new UnknownRecord('project', project);
    const before = await storedMachine(trx, project);
    const kept = said.key === undefined && to !== null && destinationOf(before) === to ? before.key : null;
    const agreed =
      isAgreed && to !== null ? { to, person, at: now() } : before.agreed?.to === to ? before.agreed : null;
    if (isOn && agreed === null) return { ok: false, problems: [notAgreed(said.address)] };
    const { kind, address, model } = said;
    const stored: StoredMachine = { kind, address, model, isOn, key: fresh ?? kept, agreed };
    await setSetting(trx, settingOf(project), JSON.stringify(stored));
    return { ok: true, value: told(stored) };
  });
}

/** The machine that may be asked for a project, with its key: `null` where there is none, or nobody agreed. */
export async function machineInUse(
  { store: { db }, machines }: Context,
  project: string,
): Promise<Machine | 'keyLost' | null> {
  const stored = await storedMachine(db, project);
  const to = destinationOf(stored);
  if (!stored.isOn || to === null || stored.agreed?.to !== to) return null;
  return withKey(stored, await keyOf(stored, machines, project));
}

/** The machine that a person is about to choose, as it would be asked. A stored key goes nowhere but to the destination that it was given
 *  for. */
export async function machineSaid(
  { store: { db }, machines }: Context,
  { project, key, ...choice }: SaidMachine,
): Promise<Machine | 'keyLost'> {
  if (!(await projectById(db, project))) throw new UnknownRecord('project', project);
  if (key !== undefined) return { ...choice, key };
  const stored = await storedMachine(db, project);
  if (destinationOf(stored) !== destinationOf(choice)) return { ...choice, key: null };
  return withKey(choice, await keyOf(stored, machines, project));
}

function withKey({ kind, address, model }: MachineChoice, key: string | 'keyLost' | null): Machine | 'keyLost' {
  return key === 'keyLost' ? key : { kind, address, model, key };
}

/** The key in clear; `keyLost` where it was encrypted by another server's key file. */
async function keyOf(stored: StoredMachine, { chest }: Context['machines'], project: string): Promise<string | null> {
  if (stored.key === null) return null;
  return (await chest.unlock(stored.key, ownerOf(project, destinationOf(stored)))) ?? 'keyLost';
}

async function storedMachine(reader: Reader, project: string): Promise<StoredMachine> {
  const said = await readSetting(reader, settingOf(project));
  return said === undefined ? usual : { ...usual, ...(JSON.parse(said) as Partial<StoredMachine>) };
}

function told({ key, ...machine }: StoredMachine): ToldMachine {
  return { ...machine, hasKey: key !== null };
}

function ownerOf(project: string, to: string | null): string {
  return `${project} ${to}`;
}

function settingOf(project: string): string {
  return `machine:${project}`;
}

function badAddress(address: string): Problem {
  return {
    rule: 'machine-address',
    element: 'address',
    message: `"${address}" is no address of a machine. Give an https address, or an http one of this machine or the local network, without a name, password or query.`,
    values: { address },
  };
}

function notAgreed(address: string): Problem {
  return {
    rule: 'machine-agreement',
    element: 'isAgreed',
    message: `Nobody has agreed that texts are sent to ${address}. Agree first, then switch it on.`,
    values: { address },
  };
}
