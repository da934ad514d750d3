import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readNumber } from '../../../shared/language/words/number.ts';
import { Dialog } from '../../ui/dialog.tsx';

interface GoToProps {
  /** How many segments there are. */
  readonly last: number;
  readonly onGo: (index: number) => void;
  readonly onClose: () => void;
}

/** Asks for the number of a segment; digits of either script will do. */
export function GoTo({ last, onGo, onClose }: GoToProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const number = readNumber(text);
  const valid = number !== null && number >= 1 && number <= last;
  const go = (event: FormEvent) => {
    event.preventDefault();
    if (!valid) return;
    onClose();
    onGo(number - 1);
  };
  return (
    <Dialog title={t('workbench.goTo.label')} width={360} onClose={onClose}>
      <form onSubmit={go}>
        <Group align="flex-start" gap="sm">
          <TextInput
            data-autofocus
            inputMode="numeric"
            maxLength={20}
            flex={1}
            aria-label={t('workbench.goTo.label')}
            description={t('workbench.goTo.hint', { last })}
            inputWrapperOrder={['input', 'description']}
            error={text !== '' && !valid}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!valid}>
            {t('workbench.goTo.go')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
