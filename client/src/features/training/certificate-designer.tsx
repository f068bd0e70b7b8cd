import { Button, Chip, Group, Stack, Text } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { saveFile } from '@/api/download';
import { formatDateTime } from '@/shared/lib/vi';
import { ProblemBanner } from '@/shared/ui/banner';
import { Form } from '@/shared/ui/form';
import { SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import classes from './certificate-designer.module.css';
import {
  previewTemplate,
  useSaveTemplate,
  type CertificateField,
  type CertificateTemplate,
  type TemplateContent,
} from './certificate-queries';
import './i18n';

const BORDERS = ['red', 'blue', 'green', 'gold', 'none'] as const;

/** As the paper is printed. */
const INKS: Record<(typeof BORDERS)[number], string> = {
  red: '#b01e23',
  blue: '#1b4f8a',
  green: '#1e6b45',
  gold: '#9a7018',
  none: '#141414',
};

/** The wording of certificates, with the paper beside it as one types. */
export function CertificateDesigner({ template }: { template: CertificateTemplate }) {
  const { t } = useTranslation('training');
  const { mutateAsync } = useSaveTemplate();
  const line = z.string().trim().min(1, t('designer.needed')).max(200);
  const schema = z.object({
    parentBody: line,
    issuer: line,
    title: line,
    opening: line,
    body: z.string().trim().min(1, t('designer.needed')).max(1000),
    place: line,
    signerPosition: line,
    signerName: z.string().trim().max(200),
    border: z.enum(BORDERS),
  });
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { ...template.content, signerName: template.content.signerName ?? '' },
  });
  const content = useWatch({ control: form.control }) as Values;
  const field = { control: form.control, required: true };
  return (
    <>
      <PageHeader
        title={t('designer.title')}
        sub={
          template.version === 0
            ? t('designer.initial')
            : t('designer.version', {
                version: template.version,
                name: template.createdByName,
                time: formatDateTime(template.createdAt),
              })
        }
      />
      <div className={classes.layout}>
        <Form
          form={form}
          submitLabel={t('designer.save')}
          onSubmit={async (values) => {
            const saved = await mutateAsync(toContent(values));
            notifyDone(t('designer.saved', { version: saved.version }));
          }}
        >
          <TextField {...field} name="parentBody" label={t('designer.parentBody')} maxLength={200} />
          <TextField {...field} name="issuer" label={t('designer.issuer')} maxLength={200} />
          <TextField {...field} name="title" label={t('designer.titleLine')} maxLength={200} />
          <TextField {...field} name="opening" label={t('designer.opening')} maxLength={200} />
          <TextareaField
            {...field}
            name="body"
            label={t('designer.body')}
            hint={t('designer.bodyHint')}
            maxLength={1000}
          />
          <FieldChips
            fields={template.fields}
            onPick={(name) =>
              form.setValue('body', `${form.getValues('body')} {{${name}}}`, { shouldDirty: true })
            }
          />
          <TextField {...field} name="place" label={t('designer.place')} maxLength={200} />
          <TextField {...field} name="signerPosition" label={t('designer.signerPosition')} maxLength={200} />
          <TextField
            control={form.control}
            name="signerName"
            label={t('designer.signerName')}
            hint={t('designer.signerNameHint')}
            maxLength={200}
          />
          <SelectField
            {...field}
            name="border"
            label={t('designer.border')}
            data={BORDERS.map((value) => ({ value, label: t(`designer.borders.${value}`) }))}
            allowDeselect={false}
          />
        </Form>
        <Stack className={classes.stage} gap="sm">
          <Paper content={content} />
          <PdfButton content={content} />
        </Stack>
      </div>
    </>
  );
}

type Values = Omit<TemplateContent, 'signerName' | 'border'> & {
  signerName: string;
  border: (typeof BORDERS)[number];
};

function toContent(values: Values): TemplateContent {
  return { ...values, signerName: values.signerName.trim() === '' ? null : values.signerName };
}

function FieldChips({
  fields,
  onPick,
}: {
  fields: readonly CertificateField[];
  onPick: (name: CertificateField) => void;
}) {
  const { t } = useTranslation('training');
  return (
    <div>
      <Text size="sm" mb={4}>
        {t('designer.fields')}
      </Text>
      <Group gap={6}>
        {fields.map((name) => (
          <Chip key={name} size="xs" checked={false} onChange={() => onPick(name)}>
            {t(`designer.fieldNames.${name}`)}
          </Chip>
        ))}
      </Group>
    </div>
  );
}

function PdfButton({ content }: { content: Values }) {
  const { t } = useTranslation('training');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    try {
      saveFile(await previewTemplate(toContent(content)), t('designer.sampleFile'));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => void open()}
      >
        {t('designer.pdf')}
      </Button>
      {error !== null && <ProblemBanner error={error} />}
    </div>
  );
}

/** The paper in small, with made-up facts; what is really printed is the PDF. */
function Paper({ content }: { content: Values }) {
  const { t } = useTranslation('training');
  const filled = (text: string) =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (placeholder, name: string) =>
      name === 'issuer'
        ? content.issuer
        : name in SAMPLES
          ? t(`designer.samples.${name as SampleName}`)
          : placeholder,
    );
  const ink = { '--border': INKS[content.border] } as CSSProperties;
  return (
    <figure style={{ margin: 0 }} aria-label={t('designer.preview')} lang="vi">
      <div className={classes.paper} style={ink}>
        {content.border !== 'none' && <div className={classes.frame} />}
        <div className={classes.inner}>
          <div className={classes.head}>
            <div>
              {content.parentBody}
              <br />
              <strong>{content.issuer}</strong>
            </div>
            <div>
              <strong>{t('designer.nation')}</strong>
              <br />
              <strong>{t('designer.motto')}</strong>
            </div>
          </div>
          <div className={classes.title}>{content.title}</div>
          <em>{filled(content.opening)}</em>
          <div className={classes.name}>{t('designer.person', { name: t('designer.samples.fullName') })}</div>
          <div>{t('designer.samples.organizationName')}</div>
          <div className={classes.body}>{filled(content.body)}</div>
          <div className={classes.foot}>
            <strong>{t('designer.number')}</strong>
            <div className={classes.sign}>
              <em>{t('designer.date', { place: content.place })}</em>
              <br />
              <strong>{content.signerPosition}</strong>
              {content.signerName !== '' && (
                <>
                  <br />
                  <br />
                  <strong>{content.signerName}</strong>
                </>
              )}
            </div>
          </div>
        </div>
      </div>
    </figure>
  );
}

type SampleName = Exclude<CertificateField, 'issuer'>;

/** Fields that the preview has a made-up value for; the texts are data. */
const SAMPLES: Record<SampleName, true> = {
  fullName: true,
  organizationName: true,
  courseKind: true,
  courseTitle: true,
  courseCode: true,
  courseDates: true,
  venue: true,
  standards: true,
  attendedSessions: true,
  heldSessions: true,
};
