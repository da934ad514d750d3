import { VisuallyHidden } from '@mantine/core';
import { IconAlertOctagonFilled, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Severity } from '../../../shared/core/finding.ts';
import styles from './severity-sign.module.css';

const signs = { error: IconAlertOctagonFilled, warning: IconAlertTriangle, hint: IconInfoCircle };

/** How much a finding matters: a full octagon, a triangle or a ring. */
export function SeveritySign({ severity }: { readonly severity: Severity }) {
  const { t } = useTranslation();
  const Sign = signs[severity];
  return (
    <span className={styles.sign} data-severity={severity} title={t(`checks.severity.${severity}`)}>
      <Sign size={17} stroke={1.75} aria-hidden="true" />
      <VisuallyHidden>{t(`checks.severity.${severity}`)}</VisuallyHidden>
    </span>
  );
}
