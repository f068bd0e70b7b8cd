import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useReferenceList } from '@/shared/lib/reference-data';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Form } from '@/shared/ui/form';
import { CheckboxField, SelectField, TextareaField, TextField } from '@/shared/ui/form-fields';
import { notifyDone } from '@/shared/ui/notify';
import { Section } from '@/shared/ui/section';
import { StackedTable } from '@/shared/ui/stacked-table';
import './i18n';
import { entriesOf, renameAt, toStandards } from './product-entries';
import { useReplaceProducts, type Enterprise, type Product } from './queries';
import { sectorName } from './sectors';

const productForm = z
  .object({
    name: z.string().trim().min(1).max(300),
    sectorCode: z.string().min(1),
    gtin: z.string().trim().max(30),
    isKeyProduct: z.boolean(),
    replacesImports: z.boolean(),
    isExported: z.boolean(),
    criteriaEvidence: z.string().trim().max(1000),
    standards: z.string().max(3000),
  })
  .refine((values) => !(values.replacesImports || values.isExported) || values.criteriaEvidence !== '', {
    path: ['criteriaEvidence'],
    params: { blank: true },
  });

type ProductForm = z.input<typeof productForm>;

type ProductsProps = {
  enterprise: Enterprise;
  etag: string;
  mayEdit: boolean;
  onReload: () => void;
};

export function Products({ enterprise, etag, mayEdit, onReload }: ProductsProps) {
  const { t } = useTranslation('enterprises');
  const sectors = useReferenceList('prioritySectors');
  const [editing, setEditing] = useState<Product | 'new' | null>(null);
  const [removing, setRemoving] = useState<Product | null>(null);
  const replace = useReplaceProducts(enterprise.id);
  const { products } = enterprise;

  return (
    <Section
      title={t('products.title')}
      sub={t('products.sub')}
      actions={
        mayEdit && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('products.add')}
          </Button>
        )
      }
    >
      {products.length === 0 ? (
        <EmptyState title={t('products.empty')} hint={mayEdit ? t('products.emptyHint') : undefined} />
      ) : (
        <StackedTable
          rows={products}
          rowId={({ id }) => id}
          columns={[
            {
              header: t('products.name'),
              cell: ({ name, gtin }) => (
                <>
                  {name}
                  {gtin && (
                    <Text size="xs" c="dimmed">
                      GTIN {gtin}
                    </Text>
                  )}
                </>
              ),
            },
            {
              header: t('form.sector'),
              cell: ({ sectorCode }) => sectorName(sectorCode, sectors.nameOf, t('otherSector')),
            },
            {
              header: t('products.criteria'),
              cell: (product) => (
                <>
                  {[
                    product.isKeyProduct && t('products.isKeyProduct'),
                    product.replacesImports && t('products.replacesImports'),
                    product.isExported && t('products.isExported'),
                  ]
                    .filter(Boolean)
                    .join(', ') || '—'}
                  {product.criteriaEvidence && (
                    <Text size="xs" c="dimmed">
                      {t('products.evidenceIs', { text: product.criteriaEvidence })}
                    </Text>
                  )}
                </>
              ),
            },
            { header: t('products.standards'), cell: ({ standards }) => standards.join(', ') || '—' },
          ]}
          actions={
            mayEdit
              ? {
                  header: t('products.actions'),
                  cell: (product) => (
                    <Group gap={4} wrap="nowrap" justify="flex-end">
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        aria-label={t('products.editNamed', { name: product.name })}
                        onClick={() => setEditing(product)}
                      >
                        {t('edit')}
                      </Button>
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={t('products.removeNamed', { name: product.name })}
                        onClick={() => setRemoving(product)}
                      >
                        {t('remove')}
                      </Button>
                    </Group>
                  ),
                }
              : undefined
          }
        />
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === 'new' ? t('products.add') : t('products.edit')}
        size="lg"
      >
        {editing !== null && (
          <ProductDialog
            enterprise={enterprise}
            etag={etag}
            product={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(null)}
            onReload={onReload}
          />
        )}
      </Modal>
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('products.removeNamed', { name: removing?.name ?? '' })}
        consequence={t('products.removeConsequence')}
        verb={t('remove')}
        danger
        onConfirm={async () => {
          await replace.mutateAsync({
            etag,
            products: entriesOf(products.filter((product) => product.id !== removing?.id)),
          });
          notifyDone(t('products.removed'));
        }}
      />
    </Section>
  );
}

type ProductDialogProps = {
  enterprise: Enterprise;
  etag: string;
  product: Product | undefined;
  onDone: () => void;
  onReload: () => void;
};

function ProductDialog({ enterprise, etag, product, onDone, onReload }: ProductDialogProps) {
  const { t } = useTranslation('enterprises');
  const sectors = useReferenceList('prioritySectors');
  const replace = useReplaceProducts(enterprise.id);
  const form = useForm<ProductForm, unknown, z.output<typeof productForm>>({
    resolver: zodResolver(productForm),
    mode: 'onTouched',
    defaultValues: {
      name: product?.name ?? '',
      sectorCode: product?.sectorCode ?? '',
      gtin: product?.gtin ?? '',
      isKeyProduct: product?.isKeyProduct ?? false,
      replacesImports: product?.replacesImports ?? false,
      isExported: product?.isExported ?? false,
      criteriaEvidence: product?.criteriaEvidence ?? '',
      standards: (product?.standards ?? []).join('\n'),
    },
  });
  const { control } = form;
  const found = enterprise.products.findIndex((item) => item.id === product?.id);
  const index = found === -1 ? enterprise.products.length : found;

  return (
    <Form
      form={form}
      submitLabel={t('products.save')}
      onCancel={onDone}
      onReload={onReload}
      rename={renameAt(index)}
      onSubmit={async ({ standards, ...values }) => {
        const products = entriesOf(enterprise.products);
        products[index] = {
          ...values,
          gtin: values.gtin || null,
          criteriaEvidence: values.criteriaEvidence || null,
          standards: toStandards(standards),
          id: product?.id ?? null,
        };
        await replace.mutateAsync({ etag, products });
        notifyDone(t('products.saved'));
        onDone();
      }}
    >
      <TextField control={control} name="name" label={t('products.name')} required maxLength={300} />
      <SelectField
        control={control}
        name="sectorCode"
        label={t('form.sector')}
        data={[
          ...sectors.options.filter((option) => option.value !== 'other'),
          { value: 'other', label: t('otherSector') },
        ]}
        required
        allowDeselect={false}
      />
      <TextField
        control={control}
        name="gtin"
        label={t('products.gtin')}
        hint={t('products.gtinHint')}
        inputMode="numeric"
        maxLength={30}
      />
      <CheckboxField control={control} name="isKeyProduct" label={t('products.isKeyProduct')} />
      <CheckboxField control={control} name="replacesImports" label={t('products.replacesImports')} />
      <CheckboxField control={control} name="isExported" label={t('products.isExported')} />
      <TextareaField
        control={control}
        name="criteriaEvidence"
        label={t('products.evidence')}
        hint={t('products.evidenceHint')}
        minRows={2}
        maxLength={1000}
      />
      <TextareaField
        control={control}
        name="standards"
        label={t('products.standards')}
        hint={t('products.standardsHint')}
        minRows={2}
      />
    </Form>
  );
}
