import { zodResolver } from '@hookform/resolvers/zod';
import { ActionIcon, Button, Fieldset, Group, Modal, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { t as translate } from 'i18next';
import { useFieldArray, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { Form } from '@/shared/ui/form';
import { CheckboxField, DateField, NumberField, SelectField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import './i18n';
import { ROLES, useFoundCouncil, type Council } from './queries';

const KINDS = ['awardPreliminary', 'enrollmentAppraisal'] as const;

/** Numerator and denominator of the quorum. */
const share = z.number().int().min(1).max(100);

const councilForm = z
  .object({
    kind: z.enum(KINDS),
    name: z.string().trim().min(1).max(300),
    decisionNumber: z.string().trim().min(1).max(60),
    decisionDate: z.iso.date(),
    termFrom: z.iso.date(),
    termTo: z.iso.date(),
    members: z
      .array(
        z.object({
          fullName: z.string().trim().min(1).max(200),
          role: z.enum(ROLES),
          agency: z.string().trim().max(300),
          userName: z.string().trim().max(256),
          alternateFor: z.string(),
        }),
      )
      .min(1),
    numerator: share,
    denominator: share,
    needsChair: z.boolean(),
  })
  .refine(({ numerator, denominator }) => numerator <= denominator, {
    path: ['denominator'],
    error: () => translate('appraisals:found.quorumWhole'),
  })
  .refine(({ termFrom, termTo }) => termFrom <= termTo, {
    path: ['termTo'],
    error: () => translate('appraisals:found.termOrder'),
  });

type CouncilForm = z.input<typeof councilForm>;

const orNull = (text: string) => (text === '' ? null : text);
const SEAT: CouncilForm['members'][number] = {
  fullName: '',
  role: 'member',
  agency: '',
  userName: '',
  alternateFor: '',
};

type FoundDialogProps = { onClose: () => void; onFounded: (council: Council) => void };

/** A council as its decision founds it: seats with their alternates, term and quorum. */
export function FoundDialog({ onClose, onFounded }: FoundDialogProps) {
  useReturnFocus();
  const { t } = useTranslation('appraisals');
  const { mutateAsync } = useFoundCouncil();
  const keyFor = useOnceKey();
  const form = useForm<CouncilForm>({
    resolver: zodResolver(councilForm),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: {
      kind: 'awardPreliminary',
      name: '',
      decisionNumber: '',
      decisionDate: '',
      termFrom: '',
      termTo: '',
      members: [{ ...SEAT, role: 'chair' }],
      numerator: 2,
      denominator: 3,
      needsChair: true,
    },
  });
  const { control } = form;
  const seats = useFieldArray({ control, name: 'members' });
  /** Those behind move up by one, and so does whom they stand in for. */
  const removeSeat = (index: number) => {
    for (const [at, { alternateFor }] of form.getValues('members').entries()) {
      if (alternateFor === '') continue;
      const of = Number(alternateFor);
      if (of >= index) form.setValue(`members.${at}.alternateFor`, of === index ? '' : String(of - 1));
    }
    seats.remove(index);
  };
  return (
    <Modal opened onClose={onClose} title={t('found.title')} size="lg">
      <Form
        form={form}
        submitLabel={t('found.verb')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { numerator, denominator, needsChair, ...council } = values;
          const request = {
            ...council,
            members: values.members.map((seat) => ({
              ...seat,
              agency: orNull(seat.agency),
              userName: orNull(seat.userName),
              alternateFor: seat.alternateFor === '' ? null : Number(seat.alternateFor),
            })),
            quorum: { numerator, denominator, needsChair },
          };
          const founded = await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('found.done', { name: founded.name }));
          onFounded(founded);
        }}
      >
        <SelectField
          control={control}
          name="kind"
          label={t('councils.kind')}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          allowDeselect={false}
          required
        />
        <TextField control={control} name="name" label={t('councils.name')} maxLength={300} required />
        <TextField
          control={control}
          name="decisionNumber"
          label={t('councils.decision')}
          hint={t('found.decisionHint')}
          maxLength={60}
          required
        />
        <DateField control={control} name="decisionDate" label={t('councils.decisionDate')} required />
        <DateField control={control} name="termFrom" label={t('found.termFrom')} required />
        <DateField control={control} name="termTo" label={t('found.termTo')} required />
        <Fieldset legend={t('councils.quorum')}>
          <Stack gap="sm">
            <Group gap="md" align="flex-start" grow>
              <NumberField
                control={control}
                name="numerator"
                label={t('found.numerator')}
                hint={t('found.numeratorHint')}
                min={1}
                max={100}
                required
              />
              <NumberField
                control={control}
                name="denominator"
                label={t('found.denominator')}
                hint={t('found.denominatorHint')}
                min={1}
                max={100}
                required
              />
            </Group>
            <CheckboxField control={control} name="needsChair" label={t('found.needsChair')} />
          </Stack>
        </Fieldset>
        <Fieldset legend={t('councils.members')}>
          <Stack gap="md">
            <Text size="sm" c="dimmed">
              {t('found.membersHint')}
            </Text>
            {seats.fields.map((seat, index) => (
              <Fieldset key={seat.id} legend={t('found.member', { number: index + 1 })}>
                <Stack gap="sm">
                  <TextField
                    control={control}
                    name={`members.${index}.fullName`}
                    label={t('found.fullName')}
                    maxLength={200}
                    required
                  />
                  <SelectField
                    control={control}
                    name={`members.${index}.role`}
                    label={t('found.role')}
                    data={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
                    allowDeselect={false}
                    required
                  />
                  <TextField
                    control={control}
                    name={`members.${index}.agency`}
                    label={t('found.agency')}
                    maxLength={300}
                  />
                  <TextField
                    control={control}
                    name={`members.${index}.userName`}
                    label={t('found.userName')}
                    hint={t('found.userNameHint')}
                    maxLength={256}
                    autoComplete="off"
                  />
                  <AlternateField form={form} index={index} />
                  {seats.fields.length > 1 && (
                    <Group justify="flex-end">
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t('found.remove', { number: index + 1 })}
                        onClick={() => removeSeat(index)}
                      >
                        <IconTrash size={16} aria-hidden />
                      </ActionIcon>
                    </Group>
                  )}
                </Stack>
              </Fieldset>
            ))}
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => seats.append(SEAT)}
              >
                {t('found.add')}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      </Form>
    </Modal>
  );
}

/** Whom this member stands in for: one who is nobody's alternate. */
function AlternateField({ form, index }: { form: UseFormReturn<CouncilForm>; index: number }) {
  const { t } = useTranslation('appraisals');
  const { control } = form;
  const members = useWatch({ control, name: 'members' });
  const isStoodInFor = members.some(({ alternateFor }) => alternateFor === String(index));
  const regular = members
    .map((member, at) => ({ ...member, at }))
    .filter(
      ({ at, alternateFor, fullName }) => at !== index && alternateFor === '' && fullName.trim() !== '',
    );
  if (isStoodInFor || regular.length === 0) return null;
  return (
    <SelectField
      control={control}
      name={`members.${index}.alternateFor`}
      label={t('found.alternateFor')}
      hint={t('found.alternateForHint')}
      data={[
        { value: '', label: t('found.noAlternate') },
        ...regular.map(({ at, fullName }) => ({ value: String(at), label: fullName })),
      ]}
      allowDeselect={false}
    />
  );
}
