import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewProject, type NewProjectProps } from './new-project.tsx';

/** The way to the archive, and a project more. */
export function ShelvesActions({ onCreated }: Pick<NewProjectProps, 'onCreated'>) {
  const { t } = useTranslation();
  const [isNaming, setNaming] = useState(false);
  if (isNaming) {
    return (
      <NewProject
        onCreated={(id) => {
          setNaming(false);
          onCreated(id);
        }}
        onCancel={() => setNaming(false)}
      />
    );
  }
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        renderRoot={(props) => <Link to="/" search={{ archived: true }} {...props} />}
      >
        {t('library.archive')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => setNaming(true)}>
        {t('library.project.create')}
      </Button>
    </>
  );
}
