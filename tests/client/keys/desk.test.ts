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

it('keeps the last command for a page that is on its way, and does it once when somebody takes it', () => {
  const desk = createDesk();
  const done: string[] = [];
  expect(desk.keep('export.open')).toBe(true);
  expect(desk.keep('find.open')).toBe(true);
  const there = desk.expect();
  desk.arrive();
  desk.register(() => ({ 'export.open': () => done.push('export'), 'find.open': () => false }));
  desk.catchUp();
  expect(done).toEqual([]);
  desk.register(() => ({ 'find.open': () => done.push('find') }));
  desk.catchUp();
  desk.catchUp();
  expect(done).toEqual(['find']);
  there();
  expect(desk.keep('find.open')).toBe(false);
});

it('drops what it keeps where nobody takes it or something else is done', () => {
  const desk = createDesk();
  const done: string[] = [];
  desk.keep('find.open');
  desk.forget();
  desk.register(() => ({ 'find.open': () => done.push('find') }));
  desk.catchUp();
  desk.keep('export.open');
  desk.arrive();
  desk.settle();
  desk.register(() => ({ 'export.open': () => done.push('export') }));
  desk.catchUp();
  expect(done).toEqual([]);
});

it('tells what became of a command that it kept', () => {
  const desk = createDesk();
  const told: string[] = [];
  const keep = (id: 'find.open' | 'export.open') => desk.keep(id, (isDone) => told.push(`${id} ${isDone}`));
  keep('export.open');
  expect(desk.keeps()).toBe(true);
  keep('find.open');
  expect(told).toEqual(['export.open false']);
  desk.register(() => ({ 'find.open': () => true }));
  desk.catchUp();
  expect(told.splice(0)).toEqual(['export.open false', 'find.open true']);
  expect(desk.keeps()).toBe(false);
  keep('export.open');
  desk.forget();
  keep('export.open');
  desk.arrive();
  desk.settle();
  expect(told).toEqual(['export.open false', 'export.open false']);
});

it('has nothing done on a page that is being left, and keeps a command for the one that comes', () => {
  const desk = createDesk();
  const done: string[] = [];
  desk.arrive();
  const goAway = desk.register(() => ({ 'find.open': () => done.push('the left page') }));
  desk.leave();
  expect(desk.isLeft()).toBe(true);
  expect(desk.serves('find.open')).toBe(false);
  expect(desk.keep('find.open')).toBe(true);
  desk.catchUp();
  goAway();
  desk.register(() => ({ 'find.open': () => done.push('the page that came') }));
  desk.arrive();
  desk.settle();
  expect(done).toEqual(['the page that came']);
  expect(desk.isLeft()).toBe(false);
  expect(desk.keep('find.open')).toBe(false);
});

it('waits for one page, however often it is said that it is on its way or there', () => {
  const desk = createDesk();
  desk.leave();
  desk.arrive();
  desk.leave();
  desk.leave();
  desk.arrive();
  desk.arrive();
  expect(desk.keep('find.open')).toBe(false);
  desk.leave();
  expect(desk.keep('find.open')).toBe(true);
});
