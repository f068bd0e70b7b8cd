import { z } from 'zod';
import { MAX_MONEY } from '@/shared/lib/vi';
import { FIELDS, type Enterprise, type EnterpriseInput, type SizeQuestion } from './queries';
import { ORGANIZATION_TYPES } from './search';

const text = (max: number) => z.string().trim().max(max);
const count = z.number().int().min(0).max(10_000_000).nullable();
const money = z.number().int().min(0).max(MAX_MONEY).nullable();

export const enterpriseForm = z.object({
  taxCode: text(30).min(1),
  taxCodeOverrideReason: text(500),
  name: text(300).min(1),
  organizationType: z.enum(ORGANIZATION_TYPES),
  districtCode: z.string().min(1),
  sectorCode: z.string().min(1),
  address: text(500),
  legalRepresentative: text(200),
  phone: text(30),
  email: z.union([z.literal(''), z.email()]),
  establishedOn: z.iso.date().nullable(),
  declaredFacts: z.object({
    field: z.enum(FIELDS).nullable(),
    year: z.number().int().min(2000).max(2199).nullable(),
    insuredEmployees: count,
    annualRevenue: money,
    totalCapital: money,
  }),
  sites: z.array(
    z.object({
      id: z.string().nullable(),
      name: text(200).min(1),
      districtCode: z.string().min(1),
      address: text(500),
    }),
  ),
});

export type EnterpriseForm = z.input<typeof enterpriseForm>;

export const EMPTY_SITE: EnterpriseForm['sites'][number] = {
  id: null,
  name: '',
  districtCode: '',
  address: '',
};

/** Year of the figures that a firm usually holds: the last full one. */
export function lastFullYear(today: string): number {
  return Number(today.slice(0, 4)) - 1;
}

export function toForm(enterprise: Enterprise | undefined, today: string): EnterpriseForm {
  const facts = enterprise?.declaredFacts;
  return {
    taxCode: enterprise?.taxCode ?? '',
    taxCodeOverrideReason: enterprise?.taxCodeOverrideReason ?? '',
    name: enterprise?.name ?? '',
    organizationType: enterprise?.organizationType ?? 'enterprise',
    districtCode: enterprise?.districtCode ?? '',
    sectorCode: enterprise?.sectorCode ?? '',
    address: enterprise?.address ?? '',
    legalRepresentative: enterprise?.legalRepresentative ?? '',
    phone: enterprise?.phone ?? '',
    email: enterprise?.email ?? '',
    establishedOn: enterprise?.establishedOn ?? null,
    declaredFacts: {
      field: facts?.field ?? null,
      year: facts?.year ?? lastFullYear(today),
      insuredEmployees: facts?.insuredEmployees ?? null,
      annualRevenue: facts?.annualRevenue ?? null,
      totalCapital: facts?.totalCapital ?? null,
    },
    sites: (enterprise?.sites ?? []).map(({ id, name, districtCode, address }) => ({
      id,
      name,
      districtCode,
      address: address ?? '',
    })),
  };
}

const orNull = (value: string) => (value === '' ? null : value);

/** Figures without a field of business say nothing; they are left out, and then those on record stay. */
export function toInput(values: z.output<typeof enterpriseForm>): EnterpriseInput {
  const { declaredFacts: facts, sites, taxCodeOverrideReason, ...profile } = values;
  return {
    ...profile,
    address: orNull(profile.address),
    legalRepresentative: orNull(profile.legalRepresentative),
    phone: orNull(profile.phone),
    email: orNull(profile.email),
    taxCodeOverrideReason: orNull(taxCodeOverrideReason),
    declaredFacts:
      facts.field === null || facts.year === null ? null : { ...facts, field: facts.field, year: facts.year },
    sites: sites.map((site) => ({ ...site, address: orNull(site.address) })),
  };
}

/** What the size class can be asked for; null while figures are missing or the scale does not apply. */
export function toSizeQuestion(
  values: Pick<EnterpriseForm, 'organizationType' | 'declaredFacts'>,
  today: string,
): SizeQuestion | null {
  const { field, insuredEmployees, annualRevenue, totalCapital } = values.declaredFacts;
  if (values.organizationType !== 'enterprise' || field === null || insuredEmployees === null) return null;
  if (annualRevenue === null && totalCapital === null) return null;
  return { field, insuredEmployees, annualRevenue, totalCapital, asOf: today };
}
