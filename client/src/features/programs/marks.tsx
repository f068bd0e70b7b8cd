import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import './i18n';

/** Stands where the document says nothing; nothing is invented in its place. */
export function NotStated() {
  const { t } = useTranslation('programs');
  return (
    <Text span size="sm" c="dimmed" fs="italic">
      {t('notStated')}
    </Text>
  );
}

/** The system's own assumption where the document is silent. */
export function DefaultMark() {
  const { t } = useTranslation('programs');
  return (
    <Text span size="xs" c="dimmed" fs="italic" className="no-break">
      ({t('default')})
    </Text>
  );
}

export function Clause({ clause }: { clause: string | null | undefined }) {
  const { t } = useTranslation('programs');
  if (!clause) return null;
  return (
    <Text size="xs" c="dimmed">
      {t('clause', { clause })}
    </Text>
  );
}

/** A remark of those who entered the document, not a word of the document itself. */
export function Note({ of }: { of: { noteVi?: string | null; noteEn?: string | null } }) {
  if (!of.noteVi) return null;
  return (
    <Text size="sm" c="dimmed">
      {inLanguage(of.noteVi, of.noteEn)}
    </Text>
  );
}

/** Words of the source document stay Vietnamese in both languages. */
export function Verbatim({ text }: { text: string }) {
  return (
    <div lang="vi">
      {text.split('\n').map((paragraph, index) => (
        <Text key={`${index} ${paragraph.slice(0, 20)}`} size="sm" mb={4}>
          {paragraph}
        </Text>
      ))}
    </div>
  );
}
