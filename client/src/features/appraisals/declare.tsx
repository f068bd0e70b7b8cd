import { zodResolver } from '@hookform/resolvers/zod';
import { Paper, Radio, Stack, Text } from '@mantine/core';
import { t as translate } from 'i18next';
import { useController, useForm, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useOnceKey } from '@/shared/lib/use-once';
import { Form } from '@/shared/ui/form';
import { useFormField } from '@/shared/ui/form-context';
import { TextareaField } from '@/shared/ui/form-fields';
import { PageHeader } from '@/shared/ui/page-header';
import './i18n';
import { useDeclare, type CouncilSession } from './queries';

const declaration = z
  .object({ conflict: z.enum(['no', 'yes']).nullable(), reason: z.string().trim().max(2_000) })
  .superRefine(({ conflict, reason }, context) => {
    if (conflict === null) {
      context.addIssue({ code: 'custom', path: ['conflict'], message: translate('validation.choose') });
    }
    if (conflict === 'yes' && reason === '') {
      context.addIssue({
        code: 'custom',
        path: ['reason'],
        message: translate('appraisals:declare.reasonNeeded'),
      });
    }
  });

type Declaration = z.input<typeof declaration>;

type DeclareFormProps = {
  sessionId: string;
  subjectId: string;
  onDeclared: (session: CouncilSession) => void;
  onCancel?: () => void;
};

/** A member says whether there is a conflict; before that no file of the matter opens. */
export function DeclareForm({ sessionId, subjectId, onDeclared, onCancel }: DeclareFormProps) {
  const { t } = useTranslation('appraisals');
  const { mutateAsync } = useDeclare(sessionId);
  const keyFor = useOnceKey();
  const form = useForm<Declaration>({
    resolver: zodResolver(declaration),
    mode: 'onSubmit',
    shouldFocusError: false,
    defaultValues: { conflict: null, reason: '' },
  });
  const conflict = useWatch({ control: form.control, name: 'conflict' });
  return (
    <Form
      form={form}
      submitLabel={t('declare.verb')}
      onCancel={onCancel}
      onSubmit={async (values) => {
        const hasConflict = values.conflict === 'yes';
        const request = { subjectId, hasConflict, reason: hasConflict ? values.reason : null };
        onDeclared(await mutateAsync({ request, key: keyFor(request) }));
      }}
    >
      <ConflictField control={form.control} />
      {conflict === 'yes' && (
        <TextareaField
          control={form.control}
          name="reason"
          label={t('declare.reason')}
          hint={t('declare.reasonHint')}
          maxLength={2000}
          required
        />
      )}
    </Form>
  );
}

function ConflictField({ control }: { control: Control<Declaration> }) {
  const { t } = useTranslation('appraisals');
  const label = t('declare.question');
  const id = useFormField('conflict', label);
  const { field, fieldState } = useController({ control, name: 'conflict' });
  return (
    <Radio.Group
      id={id}
      tabIndex={-1}
      label={label}
      description={t('declare.questionHint')}
      required
      value={field.value ?? ''}
      onChange={field.onChange}
      error={fieldState.error?.message}
    >
      <Stack gap={6} mt={4}>
        <Radio value="no" label={t('declare.none')} />
        <Radio value="yes" label={t('declare.conflict')} />
      </Stack>
    </Radio.Group>
  );
}

type GateProps = {
  sessionId: string;
  subjectId: string;
  /** Code and name of the matter, all that is seen before the declaration. */
  title: string;
  onDeclared: (session: CouncilSession) => void;
};

/** Stands in front of a file until its reader has declared. */
export function ConflictGate({ sessionId, subjectId, title, onDeclared }: GateProps) {
  const { t } = useTranslation('appraisals');
  return (
    <>
      <PageHeader title={t('declare.title')} sub={title} />
      <Paper withBorder p="lg" maw={720}>
        <Text mb="md">{t('declare.gate')}</Text>
        <DeclareForm sessionId={sessionId} subjectId={subjectId} onDeclared={onDeclared} />
      </Paper>
    </>
  );
}
