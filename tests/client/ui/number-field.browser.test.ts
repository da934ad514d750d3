import { MantineProvider, type NumberInputProps } from '@mantine/core';
import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { prefer } from '../../../client/platform/preferences.ts';
import '../../../client/ui/mantine.css';
import { NumberField } from '../../../client/ui/number-field.tsx';

let root: Root;
let said: NumberInputProps['value'];

function Field({ first, ...props }: NumberInputProps & { readonly first: number }) {
  const [value, setValue] = useState<NumberInputProps['value']>(first);
  said = value ?? '';
  return createElement(NumberField, { ...props, value: value ?? '', onChange: setValue });
}

function show(first: number, props: NumberInputProps = {}): HTMLInputElement {
  const field = createElement(Field, { first, allowDecimal: false, ...props });
  flushSync(() => root.render(createElement(MantineProvider, null, field)));
  return document.querySelector('input') as HTMLInputElement;
}

beforeEach(() => {
  const mount = document.createElement('div');
  document.body.append(mount);
  root = createRoot(mount);
});

afterEach(() => {
  flushSync(() => root.unmount());
  document.body.replaceChildren();
  document.documentElement.dir = 'ltr';
});

describe.each([
  ['en', '80', '7', '1275'],
  ['fa', '۸۰', '۷', '۱۲۷۵'],
] as const)('a field for a number in %s', (language, eighty, seven, many) => {
  beforeEach(() => {
    prefer({ language });
    document.documentElement.dir = language === 'fa' ? 'rtl' : 'ltr';
  });

  it('shows the digits of the interface', () => {
    expect(show(80).value).toBe(eighty);
  });

  it.each(['12', '۱۲', '١٢'])('takes %s as digits of any script, and what is put between them', async (typed) => {
    const input = show(5);
    await userEvent.click(input);
    input.setSelectionRange(0, 0);
    await userEvent.keyboard(typed);
    expect(input.selectionStart).toBe(2);
    await userEvent.keyboard(seven);
    expect([input.value, said]).toEqual([many, 1275]);
  });

  it('takes what is pasted, and nothing that is no number', async () => {
    const input = show(1);
    input.select();
    document.execCommand('insertText', false, '۱۲x۷۵');
    expect([input.value, said]).toEqual([many, 1275]);
  });

  it('goes on by the arrows, and comes back within its bounds', async () => {
    const input = show(79, { max: 90 });
    await userEvent.click(input);
    await userEvent.keyboard('{ArrowUp}');
    expect([input.value, said]).toEqual([eighty, 80]);
    await userEvent.keyboard('{End}۰');
    input.blur();
    await expect.poll(() => said).toBe(90);
  });
});

it('a sign stands before its digits in Persian, and the digits where lines begin', () => {
  prefer({ language: 'fa' });
  document.documentElement.dir = 'rtl';
  const { direction, textAlign, paddingLeft, paddingRight } = getComputedStyle(show(-5));
  expect([direction, textAlign]).toEqual(['ltr', 'end']);
  expect(Number.parseFloat(paddingLeft)).toBeGreaterThan(Number.parseFloat(paddingRight));
});
