import { expect, it } from 'vitest';
import { createDesk } from '../../../client/keys/desk.ts';

it('asks who came last first, and goes on while nobody takes the command', () => {
  const desk = createDesk();
  const asked: string[] = [];
  const passOn = () => {
    asked.push('panel');
    return false;
  };
  desk.register(() => ({ 'find.open': () => asked.push('page') }));
  desk.register(() => ({ 'find.open': passOn }));
  expect(desk.run('find.open')).toBe(true);
  expect(asked).toEqual(['panel', 'page']);
});

it('serves a command only while somebody is there to do it', () => {
  const desk = createDesk();
  let canSplit = true;
  const leave = desk.register(() => ({ 'segment.split': canSplit ? () => true : undefined }));
  expect(desk.serves('segment.split')).toBe(true);
  canSplit = false;
  expect(desk.serves('segment.split')).toBe(false);
  canSplit = true;
  leave();
  expect(desk.serves('segment.split')).toBe(false);
  expect(desk.run('segment.split')).toBe(false);
});
