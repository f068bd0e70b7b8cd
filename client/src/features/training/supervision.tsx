import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Modal, Stack, Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { newIdempotencyKey } from '@/api/client';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate } from '@/shared/lib/vi';
import { EmptyState } from '@/shared/ui/empty-state';
import { Form } from '@/shared/ui/form';
import { DateField, TextareaField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { supervisionQuery, useRecordSupervision } from './contract-queries';
import './i18n';
import type { Course } from './queries';

type SupervisionProps = { course: Course; today: string; mayManage: boolean };

/** What people of the department saw while the course was held. */
export function Supervision({ course, today, mayManage }: SupervisionProps) {
  const { t } = useTranslation('training');
  const { data: notes } = useSuspenseQuery(supervisionQuery(course.id));
  const [writing, setWriting] = useState(false);
  const mayWrite =
    mayManage && course.status !== 'planned' && course.status !== 'cancelled' && course.startsOn <= today;
  return (
    <Section
      title={t('supervision.title')}
      sub={t('supervision.sub')}
      actions={
        mayWrite && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setWriting(true)}
          >
            {t('supervision.record')}
          </Button>
        )
      }
    >
      {notes.items.length === 0 ? (
        <EmptyState
          title={t('supervision.empty')}
          hint={course.startsOn > today ? t('supervision.notYet') : undefined}
        />
      ) : (
        <Stack gap="sm">
          {notes.items.map(({ id, on, text, byName }) => (
            <div key={id}>
              <Text size="sm" fw={600}>
                {formatDate(on)} · {byName}
              </Text>
              <Text size="sm" style={{ whiteSpace: 'pre-line' }}>
                {text}
              </Text>
            </div>
          ))}
        </Stack>
      )}
      {writing && <NoteDialog course={course} today={today} onClose={() => setWriting(false)} />}
    </Section>
  );
}

const noteForm = z.object({ on: z.iso.date(), text: z.string().trim().min(1).max(4000) });

type NoteForm = { on: string | null; text: string };

function NoteDialog({ course, today, onClose }: { course: Course; today: string; onClose: () => void }) {
  const { t } = useTranslation('training');
  useReturnFocus();
  const [key] = useState(newIdempotencyKey);
  const { mutateAsync } = useRecordSupervision(course.id);
  const lastDay = course.endsOn < today ? course.endsOn : today;
  const form = useForm<NoteForm, unknown, z.output<typeof noteForm>>({
    resolver: zodResolver(noteForm) as never,
    mode: 'onTouched',
    defaultValues: { on: lastDay, text: '' },
  });
  return (
    <Modal opened onClose={onClose} title={t('supervision.record')} size="lg">
      <Form
        form={form}
        submitLabel={t('supervision.save')}
        onCancel={onClose}
        onSubmit={async (note) => {
          await mutateAsync({ note, key });
          notifyDone(t('supervision.saved'));
          onClose();
        }}
      >
        <DateField
          control={form.control}
          name="on"
          label={t('supervision.on')}
          required
          minDate={course.startsOn}
          maxDate={lastDay}
        />
        <TextareaField
          control={form.control}
          name="text"
          label={t('supervision.text')}
          hint={t('supervision.textHint')}
          required
          minRows={4}
          maxLength={4000}
        />
      </Form>
    </Modal>
  );
}
