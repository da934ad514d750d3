import { NumberInput, type NumberInputProps } from '@mantine/core';
import { NumberFormatBase, type NumericFormatProps, useNumericFormat } from 'react-number-format';
import { readNumber } from '../../shared/language/words/number.ts';
import { usePreferences } from '../platform/preferences.ts';
import { formatNumber } from './format.ts';
import styles from './number-field.module.css';

/** A field for a number: it shows the digits of the interface, and takes those of either script. */
export function NumberField({ className, ...props }: NumberInputProps) {
  return <NumberInput {...props} {...numerals} className={`${styles.field} ${className ?? ''}`} />;
}

/** What Mantine's field is made of, with other digits. A digit stays one character, so that the caret stays where it is. */
function Numerals(props: NumericFormatProps) {
  const { language } = usePreferences();
  const { format, removeFormatting, isCharacterSame, isValidInputCharacter, ...rest } = useNumericFormat(props);
  return (
    <NumberFormatBase
      {...rest}
      format={(text) => (format?.(text) ?? text).replace(/\d/g, (digit) => formatNumber(Number(digit), language))}
      removeFormatting={(text, meta) => removeFormatting?.(withLatinDigits(text), meta) ?? text}
      isCharacterSame={(change) =>
        isCharacterSame?.({
          ...change,
          currentValue: withLatinDigits(change.currentValue),
          lastValue: withLatinDigits(change.lastValue),
          formattedValue: withLatinDigits(change.formattedValue),
        }) ?? false
      }
      isValidInputCharacter={(character) => isValidInputCharacter?.(withLatinDigits(character)) ?? false}
    />
  );
}

const numerals = { component: Numerals };

function withLatinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => `${readNumber(digit) ?? digit}`);
}
