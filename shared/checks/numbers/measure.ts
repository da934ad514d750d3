import type { Quantity } from '../../language/words/quantity.ts';

/** A quantity with its unit of measure: `of` tells what is measured, `amount` how much in the unit of the SI, degrees in Celsius. */
export interface Measure {
  readonly of: 'length' | 'mass' | 'volume' | 'area' | 'heat';
  readonly amount: number;
  /** The name of the unit: what is told in the same one is no conversion. */
  readonly unit: string;
}

type Unit = readonly [Measure['of'], (value: number) => number];

const times = (of: Measure['of'], factor: number): Unit => [of, (value) => value * factor];

const persianUnits: readonly (readonly [RegExp, Unit])[] = [
  [/^کیلومتر\s?مربع/u, times('area', 1e6)],
  [/^متر\s?مربع/u, times('area', 1)],
  [/^هکتار/u, times('area', 1e4)],
  [/^کیلو[\s\u200c]?متر/u, times('length', 1000)],
  [/^سانتی?[\s\u200c]?متر/u, times('length', 0.01)],
  [/^میلی[\s\u200c]?متر/u, times('length', 0.001)],
  [/^متر/u, times('length', 1)],
  [/^(?:فوت|پا)(?!\p{L})/u, times('length', 0.3048)],
  [/^اینچ/u, times('length', 0.0254)],
  [/^(?:کیلو[\s\u200c]?گرم|کیلو(?:یی)?(?!\p{L}))/u, times('mass', 1)],
  [/^گرم/u, times('mass', 0.001)],
  [/^تن(?!\p{L})/u, times('mass', 1000)],
  [/^لیتر/u, times('volume', 1)],
  [/^میلی[\s\u200c]?لیتر/u, times('volume', 0.001)],
  [/^درجه/u, ['heat', (value) => value]],
];

const englishUnits: readonly (readonly [RegExp, Unit])[] = [
  [/^square (?:mile|mi\b)/i, times('area', 2.59e6)],
  [/^square (?:foot|feet|ft)/i, times('area', 0.0929)],
  [/^square (?:kilomet|km)/i, times('area', 1e6)],
  [/^acres?\b/i, times('area', 4046.86)],
  [/^hectares?\b/i, times('area', 1e4)],
  [/^(?:feet|foot|ft)\b/i, times('length', 0.3048)],
  [/^(?:inch|inches|in|″)\b/i, times('length', 0.0254)],
  [/^(?:yards?|yd)\b/i, times('length', 0.9144)],
  [/^(?:miles?|mph|mi)\b/i, times('length', 1609.34)],
  [/^(?:kilomet(?:er|re)s?|km|kph)\b/i, times('length', 1000)],
  [/^(?:met(?:er|re)s?|m)\b/i, times('length', 1)],
  [/^(?:centimet(?:er|re)s?|cm)\b/i, times('length', 0.01)],
  [/^(?:pounds?|lbs?)\b/i, times('mass', 0.4536)],
  [/^(?:ounces?|oz)\b/i, times('mass', 0.02835)],
  [/^stones?\b/i, times('mass', 6.35)],
  [/^tons?\b/i, times('mass', 907.2)],
  [/^(?:kilograms?|kilos?|kg)\b/i, times('mass', 1)],
  [/^gallons?\b/i, times('volume', 3.7854)],
  [/^pints?\b/i, times('volume', 0.4732)],
  [/^(?:degrees?|°)\s?(?:C\b|Celsius)/i, ['heat', (value) => value]],
  [/^(?:(?:degrees?|°)(?:\s?(?:F\b|Fahrenheit))?|F\b)/i, ['heat', (value) => ((value - 32) * 5) / 9]],
];

/** What a quantity of a Persian text measures; `null` without a unit that is converted at times. */
export function persianMeasure(text: string, quantity: Quantity): Measure | null {
  return measured(text, quantity, persianUnits);
}

/** The same of an English text. */
export function englishMeasure(text: string, quantity: Quantity): Measure | null {
  return measured(text, quantity, englishUnits);
}

/** True where two measures tell the same in two units, within what conversions are rounded to. */
export function isConversion(a: Measure, b: Measure): boolean {
  if (a.of !== b.of || a.unit === b.unit) return false;
  if (a.of === 'heat') return Math.abs(a.amount - b.amount) <= 1;
  return Math.abs(a.amount - b.amount) <= 0.05 * Math.max(a.amount, b.amount);
}

/** Two amounts told one after the other as one: 5 ft 8 in, «۱ متر و ۹۸ سانتیمتر»; `null` where they are none. */
export function summed(a: Measure, b: Measure): Measure | null {
  return a.of === b.of && b.amount < a.amount ? { ...a, amount: a.amount + b.amount } : null;
}

/** What follows a number up to its unit: spaces, a hyphen, and the second number of a range (`2 to 4 inches`). */
const toUnit = /^[\s\u200c-]{0,3}(?:(?:to|or|and|تا|یا|[-–])[\s\u200c]{0,2}[\p{Nd}.,٫٬]{1,9}[\s\u200c-]{0,3})?/u;

function measured(
  text: string,
  { from, to, value }: Quantity,
  units: readonly (readonly [RegExp, Unit])[],
): Measure | null {
  const after = text.slice(to, to + 40).replace(toUnit, '');
  const unit = units.find(([pattern]) => pattern.test(after))?.[1];
  if (unit) return { of: unit[0], amount: unit[1](value), unit: String(unit[1](1)) };
  // 6-foot-6: inches.
  const isInches = /(?:foot|feet|ft)[\s-]$/i.test(text.slice(Math.max(0, from - 6), from));
  return isInches ? { of: 'length', amount: value * 0.0254, unit: '0.0254' } : null;
}
