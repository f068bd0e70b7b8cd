import { Accordion, Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from '@/shared/ui/section';
import './i18n';
import { Verbatim } from './marks';
import type { ProgramDetails } from './types';

/** The whole source, passage by passage, each under its clause. */
export function SourceDocument({ program }: { program: ProgramDetails }) {
  const { t } = useTranslation('programs');
  const [opened, setOpened] = useState<string[]>([]);
  // A clause is no id: it holds spaces, and the panels are labelled by id.
  const passages = program.sections
    .filter((section) => section.text)
    .map((section, index) => ({ ...section, key: `passage-${index}` }));
  if (passages.length === 0) return null;
  return (
    <Section
      title={t('document.title')}
      sub={t('document.sub')}
      id="document"
      actions={
        <Button
          size="xs"
          variant="default"
          onClick={() => setOpened(opened.length === 0 ? passages.map((passage) => passage.key) : [])}
        >
          {t(opened.length === 0 ? 'document.openAll' : 'document.closeAll')}
        </Button>
      }
    >
      <Accordion multiple variant="contained" order={3} value={opened} onChange={setOpened}>
        {passages.map((section) => (
          <Accordion.Item key={section.key} value={section.key}>
            <Accordion.Control>
              <Group gap="xs">
                <strong>{section.clause}</strong>
                {section.heading && <span lang="vi">{section.heading}</span>}
              </Group>
            </Accordion.Control>
            <Accordion.Panel>{section.text && <Verbatim text={section.text} />}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  );
}
