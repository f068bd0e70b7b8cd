import { zodResolver } from '@hookform/resolvers/zod';
import { ActionIcon, Button, Fieldset, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useFieldArray, useForm, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { programChoicesQuery } from '@/api/reference';
import { useDistricts, useReferenceList } from '@/shared/lib/reference-data';
import { Form } from '@/shared/ui/form';
import {
  DateField,
  MultiSelectField,
  NumberField,
  SelectField,
  TextareaField,
  TextField,
} from '@/shared/ui/form-fields';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import {
  courseForm,
  EMPTY_SESSION,
  toForm,
  toInput,
  type CourseForm,
  type CourseFormOutput,
} from './form-values';
import './i18n';
import type { Course, CourseInput } from './queries';
import { KINDS, MODES, PARTICIPANT_KINDS, SESSION_KINDS } from './status';

type CourseFormApi = UseFormReturn<CourseForm, unknown, CourseFormOutput>;

type CourseEditorProps = {
  course?: Course;
  submitLabel: string;
  onSubmit: (input: CourseInput) => Promise<unknown>;
  onCancel: () => void;
  onReload?: () => void;
};

export function CourseEditor({ course, submitLabel, onSubmit, onCancel, onReload }: CourseEditorProps) {
  const { t } = useTranslation('training');
  const [saved, setSaved] = useState(false);
  const form = useForm<CourseForm, unknown, CourseFormOutput>({
    resolver: zodResolver(courseForm),
    values: useMemo(() => toForm(course), [course]),
    // A newer version fills only what was not touched here: neither side's change is lost unseen.
    resetOptions: { keepDirtyValues: true },
    mode: 'onTouched',
  });
  return (
    <>
      <LeaveGuard when={form.formState.isDirty && !saved} />
      <Form
        form={form}
        submitLabel={submitLabel}
        onCancel={onCancel}
        onReload={onReload}
        onSubmit={async (values) => {
          await onSubmit(toInput(values));
          setSaved(true);
        }}
      >
        <Fieldset legend={t('form.content')}>
          <Content form={form} />
        </Fieldset>
        <Fieldset legend={t('form.time')}>
          <TimeAndPlace form={form} />
        </Fieldset>
        <Fieldset legend={t('form.registration')}>
          <RegistrationTerms form={form} />
        </Fieldset>
        <Sessions form={form} />
      </Form>
    </>
  );
}

type PartProps = { form: CourseFormApi };

function Content({ form: { control } }: PartProps) {
  const { t, i18n } = useTranslation('training');
  const topics = useReferenceList('trainingTopics');
  const programs = useQuery(programChoicesQuery).data ?? [];
  return (
    <Stack gap="md">
      <SelectField
        control={control}
        name="kind"
        label={t('form.kind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        allowDeselect={false}
        required
      />
      <TextField
        control={control}
        name="title"
        label={t('form.title')}
        hint={t('form.titleHint')}
        maxLength={300}
        required
      />
      <SelectField
        control={control}
        name="programId"
        label={t('form.program')}
        hint={t('form.programHint')}
        data={programs.map(({ id, code, shortTitle, titleEn }) => ({
          value: id,
          label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
        }))}
        clearable
      />
      <MultiSelectField control={control} name="topics" label={t('form.topics')} data={topics.options} />
      <TextareaField
        control={control}
        name="standards"
        label={t('form.standards')}
        hint={t('form.standardsHint')}
        minRows={2}
      />
      <TextareaField
        control={control}
        name="coOrganizers"
        label={t('form.coOrganizers')}
        hint={t('form.coOrganizersHint')}
        minRows={2}
      />
      <TextField control={control} name="provider" label={t('form.provider')} maxLength={300} />
      <TextareaField control={control} name="description" label={t('form.description')} maxLength={8000} />
    </Stack>
  );
}

function TimeAndPlace({ form: { control } }: PartProps) {
  const { t } = useTranslation('training');
  const districts = useDistricts();
  return (
    <Stack gap="md">
      <DateField control={control} name="startsOn" label={t('form.startsOn')} required />
      <DateField control={control} name="endsOn" label={t('form.endsOn')} required />
      <TextField control={control} name="venue" label={t('form.venue')} maxLength={300} />
      <SelectField
        control={control}
        name="districtCode"
        label={t('form.district')}
        data={districts.options}
        clearable
      />
      <TextField control={control} name="link" label={t('form.link')} inputMode="url" maxLength={500} />
    </Stack>
  );
}

function RegistrationTerms({ form: { control } }: PartProps) {
  const { t } = useTranslation('training');
  return (
    <Stack gap="md">
      <NumberField control={control} name="seats" label={t('form.seats')} required />
      <DateField
        control={control}
        name="registrationClosesOn"
        label={t('form.registrationClosesOn')}
        hint={t('form.registrationClosesOnHint')}
      />
      <SelectField
        control={control}
        name="mode"
        label={t('form.mode')}
        data={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
        allowDeselect={false}
        required
      />
      <MultiSelectField
        control={control}
        name="audience"
        label={t('form.audience')}
        hint={t('form.audienceHint')}
        data={PARTICIPANT_KINDS.map((value) => ({ value, label: t(`participantKinds.${value}`) }))}
      />
      <NumberField control={control} name="organizationQuota" label={t('form.organizationQuota')} />
      <NumberField
        control={control}
        name="waitlistLimit"
        label={t('form.waitlistLimit')}
        hint={t('form.waitlistLimitHint')}
      />
      <NumberField
        control={control}
        name="contactLimit"
        label={t('form.contactLimit')}
        hint={t('form.contactLimitHint')}
        min={1}
        max={200}
        required
      />
      <NumberField
        control={control}
        name="confirmationHours"
        label={t('form.confirmationHours')}
        hint={t('form.confirmationHoursHint')}
      />
      <NumberField
        control={control}
        name="attendancePercent"
        label={t('form.attendancePercent')}
        hint={t('form.attendancePercentHint')}
        min={1}
        max={100}
      />
      <TextareaField
        control={control}
        name="noticeText"
        label={t('form.noticeText')}
        hint={t('form.noticeTextHint')}
        maxLength={8000}
      />
    </Stack>
  );
}

function Sessions({ form: { control } }: PartProps) {
  const { t } = useTranslation('training');
  const { fields, append, remove } = useFieldArray({ control, name: 'sessions', keyName: 'rowKey' });
  return (
    <Fieldset legend={t('form.sessions')}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('form.sessionsHint')}
        </Text>
        {fields.map((field, index) => (
          <Fieldset key={field.rowKey} legend={t('form.session', { number: index + 1 })}>
            <Stack gap="sm">
              <TextField
                control={control}
                name={`sessions.${index}.title`}
                label={t('form.sessionTitle')}
                maxLength={300}
                required
              />
              <DateField
                control={control}
                name={`sessions.${index}.date`}
                label={t('form.sessionDate')}
                required
              />
              <Group gap="sm" grow>
                <TextField
                  control={control}
                  name={`sessions.${index}.startsAt`}
                  label={t('form.sessionStart')}
                  maxLength={5}
                  required
                />
                <TextField
                  control={control}
                  name={`sessions.${index}.endsAt`}
                  label={t('form.sessionEnd')}
                  maxLength={5}
                  required
                />
              </Group>
              <SelectField
                control={control}
                name={`sessions.${index}.kind`}
                label={t('form.sessionKind')}
                data={SESSION_KINDS.map((value) => ({ value, label: t(`sessionKinds.${value}`) }))}
                allowDeselect={false}
                required
              />
              <TextField
                control={control}
                name={`sessions.${index}.room`}
                label={t('form.sessionRoom')}
                maxLength={200}
              />
              <TextField
                control={control}
                name={`sessions.${index}.trainer`}
                label={t('form.sessionTrainer')}
                maxLength={200}
              />
              <Group justify="flex-end">
                <ActionIcon
                  variant="subtle"
                  color="red"
                  aria-label={t('form.removeSession', { number: index + 1 })}
                  onClick={() => remove(index)}
                >
                  <IconTrash size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </Stack>
          </Fieldset>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => append(EMPTY_SESSION)}
          >
            {t('form.addSession')}
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  );
}
