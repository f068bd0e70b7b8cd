import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import {
  body,
  fetchClient,
  idempotencyKey,
  ifMatch,
  versioned,
  type Schemas,
  type Versioned,
} from '@/api/client';
import { download } from '@/api/download';
import { upload } from '@/api/upload';
import { DEFAULT_PAGE_SIZE } from '@/shared/lib/use-list-state';

import type { ImportCheck } from './findings';
import { type EnterpriseSearch } from './search';

export type Enterprise = Schemas['EnterpriseDetails'];
export type EnterpriseItem = Schemas['EnterpriseListItem'];
export type EnterpriseInput = Schemas['EnterpriseInput'];
export type EnterpriseFacts = Schemas['EnterpriseFacts'];
export type Product = Schemas['ProductDetails'];
export type ProductEntry = Schemas['ProductEntry'];
export type Certificate = Schemas['CertificateDetails'];
export type CertificateEntry = Schemas['CertificateEntry'];
export type TaxCodeVerdict = Schemas['TaxCodeVerdict'];

export const FIELDS = ['agricultureIndustryConstruction', 'tradeServices'] as const;

export function enterprisesQuery(search: EnterpriseSearch) {
  const { limit = DEFAULT_PAGE_SIZE, ...filters } = search;
  return queryOptions({
    queryKey: ['enterprises', 'list', search],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/enterprises', {
          params: { query: { ...filters, limit, count: true } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

function detailsKey(enterpriseId: string) {
  return ['enterprises', 'details', enterpriseId] as const;
}

export function enterpriseQuery(enterpriseId: string) {
  return queryOptions({
    queryKey: detailsKey(enterpriseId),
    queryFn: ({ signal }) =>
      versioned(
        fetchClient.GET('/api/v1/enterprises/{enterpriseId}', { params: { path: { enterpriseId } }, signal }),
      ),
  });
}

/** Keeps what the server answered, so that the next change carries the new version. */
function keep(client: QueryClient, saved: Versioned<Enterprise>): void {
  client.setQueryData(detailsKey(saved.data.id), saved);
  void client.invalidateQueries({ queryKey: ['enterprises', 'list'] });
  void client.invalidateQueries({ queryKey: ['enterprises', 'similar'] });
}

export function useRegisterEnterprise() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { input: EnterpriseInput; key: string }) =>
      versioned(
        fetchClient.POST('/api/v1/enterprises', { params: { header: idempotencyKey(key) }, body: input }),
      ),
    onSuccess: (saved) => keep(client, saved),
  });
}

export function useUpdateEnterprise(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, etag }: { input: EnterpriseInput; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/enterprises/{enterpriseId}', {
          params: { path: { enterpriseId }, header: ifMatch(etag) },
          body: input,
        }),
      ),
    onSuccess: (saved) => keep(client, saved),
  });
}

export function useReplaceProducts(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ products, etag }: { products: ProductEntry[]; etag: string }) =>
      versioned(
        fetchClient.PUT('/api/v1/enterprises/{enterpriseId}/products', {
          params: { path: { enterpriseId }, header: ifMatch(etag) },
          body: { products },
        }),
      ),
    onSuccess: (saved) => keep(client, saved),
  });
}

export function useSaveCertificate(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({
      certificateId,
      entry,
      etag,
    }: {
      certificateId: string | undefined;
      entry: CertificateEntry;
      etag: string;
    }) =>
      versioned(
        certificateId === undefined
          ? fetchClient.POST('/api/v1/enterprises/{enterpriseId}/certificates', {
              params: { path: { enterpriseId } },
              body: entry,
            })
          : fetchClient.PUT('/api/v1/enterprises/{enterpriseId}/certificates/{certificateId}', {
              params: { path: { enterpriseId, certificateId }, header: ifMatch(etag) },
              body: entry,
            }),
      ),
    onSuccess: (saved) => keep(client, saved),
  });
}

export function useRemoveCertificate(enterpriseId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ certificateId, etag }: { certificateId: string; etag: string }) =>
      versioned(
        fetchClient.DELETE('/api/v1/enterprises/{enterpriseId}/certificates/{certificateId}', {
          params: { path: { enterpriseId, certificateId }, header: ifMatch(etag) },
        }),
      ),
    onSuccess: (saved) => keep(client, saved),
  });
}

export type ImportResult = Schemas['EnterpriseImport'];

function fileForm(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}

/** What an import of the file would do. */
export function checkImport(
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<ImportCheck> {
  return upload('/api/v1/enterprises/import-checks', fileForm(file), { onProgress, signal });
}

export function useImportEnterprises() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) =>
      upload<ImportResult>('/api/v1/enterprises/imports', fileForm(file), { headers: idempotencyKey(key) }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['enterprises'] }),
  });
}

export function downloadTemplate(language: string): Promise<void> {
  return download('/api/v1/enterprises/import-template', language);
}

/** The list as it is filtered, whole and by name. */
export function downloadEnterprises(search: EnterpriseSearch, language: string): Promise<void> {
  const { q, districtCode, sectorCode, organizationType, sizeClass, enrollmentStatus } = search;
  const filters = Object.entries({
    q,
    districtCode,
    sectorCode,
    organizationType,
    sizeClass,
    enrollmentStatus,
  }).filter((entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined);
  const query = new URLSearchParams(filters).toString();
  return download(`/api/v1/enterprises/export${query === '' ? '' : `?${query}`}`, language);
}

export function taxCodeQuery(taxCode: string) {
  return queryOptions({
    queryKey: ['enterprises', 'tax-code', taxCode],
    queryFn: ({ signal }) =>
      body(fetchClient.POST('/api/v1/tax-code-validations', { body: { taxCode }, signal })),
    enabled: taxCode !== '',
    staleTime: Infinity,
  });
}

export type LikeWhom = { name: string; taxCode: string; exceptId?: string };

export function similarEnterprisesQuery({ name, taxCode, exceptId }: LikeWhom) {
  return queryOptions({
    queryKey: ['enterprises', 'similar', name, taxCode, exceptId],
    queryFn: ({ signal }) =>
      body(
        fetchClient.GET('/api/v1/enterprises/similar', {
          params: { query: { name: name || undefined, taxCode: taxCode || undefined, exceptId } },
          signal,
        }),
      ),
    enabled: name.length >= 3 || taxCode.length >= 10,
  });
}

export type SizeQuestion = {
  field: EnterpriseFacts['field'];
  insuredEmployees: number;
  annualRevenue: number | null;
  totalCapital: number | null;
  asOf: string;
};

export function sizeQuery(question: SizeQuestion | null) {
  return queryOptions({
    queryKey: ['enterprises', 'size', question],
    queryFn: ({ signal }) =>
      body(fetchClient.POST('/api/v1/enterprise-size-classifications', { body: question!, signal })),
    enabled: question !== null,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
