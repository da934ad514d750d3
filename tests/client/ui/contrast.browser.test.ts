import { Checkbox, MantineProvider, Radio } from '@mantine/core';
import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import '../../../client/ui/mantine.css';
import '../../../client/ui/theme.css';
import '../../../client/ui/base.css';

/** How bright a colour is, as WCAG 2.2 counts it. */
function luminance(colour: string): number {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('Nothing to paint on');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = Array.from(context.getImageData(0, 0, 1, 1).data.slice(0, 3), (part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

it.each(['light', 'dark'] as const)('what can be ticked is seen before it is, in %s', (colours) => {
  const mount = document.createElement('div');
  document.body.append(mount);
  const root = createRoot(mount);
  const parts = [createElement(Checkbox, { key: 'a' }), createElement(Radio, { key: 'b' })];
  flushSync(() => root.render(createElement(MantineProvider, { forceColorScheme: colours }, parts)));
  for (const input of mount.querySelectorAll('input')) {
    const { borderColor } = getComputedStyle(input);
    for (const ground of ['--paper', '--raise']) {
      const around = getComputedStyle(document.documentElement).getPropertyValue(ground);
      expect(contrast(borderColor, around), `${input.type} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  }
  expect(mount.querySelectorAll('input')).toHaveLength(2);
  flushSync(() => root.unmount());
  mount.remove();
});
