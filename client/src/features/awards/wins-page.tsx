import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NumberInput, Select, SimpleGrid, Skeleton, Space, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { Schemas } from '@/api/client';
import { enterpriseChoicesQuery, programChoicesQuery } from '@/api/reference';
import { may, type Permissions } from '@/shared/lib/permissions';
import { useListState } from '@/shared/lib/use-list-state';
import { useOnceKey } from '@/shared/lib/use-once';
import { useReturnFocus } from '@/shared/lib/use-return-focus';
import { formatDate, formatInt, MAX_MONEY } from '@/shared/lib/vi';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { DataTable, type Column } from '@/shared/ui/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorState } from '@/shared/ui/error-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { Form } from '@/shared/ui/form';
import { MoneyField, NumberField, SelectField, TextField } from '@/shared/ui/form-fields';
import { LinkAnchor, LinkButton } from '@/shared/ui/links';
import { notifyDone } from '@/shared/ui/notify';
import { PageHeader } from '@/shared/ui/page-header';
import { Section } from '@/shared/ui/section';
import { Stat } from '@/shared/ui/stat';
import './i18n';
import {
  statisticsQuery,
  useRecordPastWin,
  useWinAct,
  winListQuery,
  winQuery,
  type WinRow,
} from './win-queries';
import { LEVELS, type WinSearch } from './search';
import { useSupportText } from './win-history';

type WinAction = Schemas['AwardWinAction'];
type Chosen = { win: WinRow; action: WinAction };

type WinsPageProps = { search: WinSearch; permissions: Permissions; today: string | undefined };

/** Who has won, in every round on record, and the figures of one round. */
export function WinsPage({ search, permissions, today }: WinsPageProps) {
  const { t } = useTranslation('awards');
  const { t: tc } = useTranslation();
  const list = useListState(search, '-year');
  const query = useQuery(winListQuery(search, list.limit));
  const supportText = useSupportText();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [recording, setRecording] = useState(false);
  const mayRecord = may(permissions, 'awards.recordResult');
  const columns = useMemo<Column<WinRow>[]>(
    () => [
      { key: 'year', header: t('seasons.year'), sortable: true, width: 80, cell: (row) => row.year },
      {
        key: 'enterpriseName',
        header: t('nominations.enterprise'),
        fixed: true,
        grow: true,
        cell: (row) => row.enterpriseName,
      },
      { key: 'level', header: t('assessment.level'), cell: (row) => t(`levels.${row.level}`) },
      {
        key: 'publishedOn',
        header: t('wins.published'),
        cell: (row) => (row.publishedOn == null ? '—' : formatDate(row.publishedOn)),
      },
      {
        key: 'entitlement',
        header: t('wins.supportTitle'),
        cell: (row) => <Text size="sm">{supportText(row.entitlement)}</Text>,
      },
      ...(mayRecord
        ? [
            {
              key: 'acts',
              header: t('season.acts'),
              cell: (row: WinRow) => <WinActions win={row} onChoose={setChosen} />,
            },
          ]
        : []),
    ],
    [t, supportText, mayRecord],
  );
  const year = search.year ?? (today === undefined ? undefined : Number(today.slice(0, 4)));
  return (
    <>
      <PageHeader
        title={t('wins.title')}
        sub={query.data?.count == null ? '' : t('wins.count', { count: query.data.count })}
        above={
          <LinkAnchor to="/awards" size="sm" className="no-print">
            {t('title')}
          </LinkAnchor>
        }
        actions={
          <>
            <LinkButton to="/winners" variant="default">
              {t('wins.publicPage')}
            </LinkButton>
            {mayRecord && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setRecording(true)}>
                {t('wins.record')}
              </Button>
            )}
          </>
        }
      />
      <FilterBar isFiltered={list.isFiltered} onClear={list.clear} printed={String(search.year ?? '')}>
        <NumberInput
          label={t('seasons.year')}
          placeholder={t('any')}
          value={search.year ?? ''}
          onChange={(value) => {
            const typed = Number(value);
            list.set({ year: typed >= 1996 && typed <= 2200 ? typed : undefined });
          }}
          hideControls
          allowDecimal={false}
          allowNegative={false}
          maxLength={4}
          w={{ base: '100%', sm: 100 }}
        />
        <Select
          label={t('assessment.level')}
          placeholder={t('any')}
          data={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
          value={search.level ?? null}
          onChange={(value) => list.set({ level: (value as (typeof LEVELS)[number] | null) ?? undefined })}
          clearable
          clearButtonProps={{ 'aria-label': tc('form.clear', { name: t('assessment.level') }) }}
          w={{ base: '100%', sm: 260 }}
        />
      </FilterBar>
      {year !== undefined && <Statistics year={year} />}
      <Space h="md" />
      <DataTable
        name="award-wins"
        caption={t('wins.title')}
        columns={columns}
        query={query}
        list={list}
        rowId={(row) => row.id}
        rowName={(row) => row.enterpriseName}
        empty={<EmptyState title={t('wins.empty')} hint={t('wins.emptyHint')} />}
      />
      {recording && <RecordDialog onClose={() => setRecording(false)} />}
      {chosen && <WinDialog {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

type WinActionsProps = { win: WinRow; onChoose: (chosen: Chosen) => void };

function WinActions({ win, onChoose }: WinActionsProps) {
  const { t } = useTranslation('awards');
  return (
    <Group gap={4} className="no-print">
      {win.allowedActions.map((action) => (
        <Button
          key={action}
          size="compact-sm"
          variant="light"
          aria-label={`${t(`wins.acts.${action}`)}: ${win.enterpriseName}, ${win.year}`}
          onClick={() => onChoose({ win, action })}
        >
          {t(`wins.acts.${action}`)}
        </Button>
      ))}
    </Group>
  );
}

/** Who took part and who won, apart and together; zero is a figure like any other. */
function Statistics({ year }: { year: number }) {
  const { t } = useTranslation('awards');
  const query = useQuery(statisticsQuery(year));
  const { data } = query;
  return (
    <Section title={t('statistics.title', { year })}>
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Skeleton height={96} aria-hidden />}
      {data && (
        <>
          <SimpleGrid cols={{ base: 2, sm: 4 }}>
            <Stat label={t('statistics.registered')} value={formatInt(data.registered)} />
            <Stat label={t('statistics.tookPart')} value={formatInt(data.tookPart)} />
            <Stat label={t('statistics.won')} value={formatInt(data.won)} />
            <Stat
              label={t('statistics.both')}
              value={formatInt(data.tookPartAndWon)}
              note={t('statistics.bothNote')}
            />
          </SimpleGrid>
          {data.byLevel.some(({ won }) => won > 0) && (
            <Text size="sm" mt="sm">
              {data.byLevel
                .filter(({ won }) => won > 0)
                .map(({ level, won }) => `${t(`levels.${level}`)}: ${formatInt(won)}`)
                .join(' · ')}
            </Text>
          )}
          {data.byType.some(({ tookPart }) => tookPart > 0) && (
            <Text size="sm" mt="xs">
              {data.byType
                .filter(({ tookPart }) => tookPart > 0)
                .map(({ type, tookPart, won }) =>
                  t('statistics.type', { type: t(`types.${type}`), tookPart, won }),
                )
                .join(' · ')}
            </Text>
          )}
          {data.explanation != null && (
            <Text size="sm" mt="xs">
              {t('season.nobodyBecause', { reason: data.explanation })}
            </Text>
          )}
        </>
      )}
    </Section>
  );
}

const pastWin = z.object({
  enterpriseId: z.string().min(1),
  year: z.number().int().min(1996).max(2200),
  level: z.enum(LEVELS),
  source: z.string().trim().min(1).max(500),
});

/** A win of a round before the system, from its documents. */
function RecordDialog({ onClose }: { onClose: () => void }) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const { mutateAsync } = useRecordPastWin();
  const keyFor = useOnceKey();
  const [searched, setSearched] = useState('');
  const found = useQuery(enterpriseChoicesQuery(searched.trim())).data ?? [];
  const form = useForm({
    resolver: zodResolver(pastWin),
    mode: 'onTouched' as const,
    shouldFocusError: false,
    defaultValues: { enterpriseId: '', year: 2018, level: 'awardLegacy' as const, source: '' } as z.input<
      typeof pastWin
    >,
  });
  return (
    <Modal opened onClose={onClose} title={t('wins.record')} size="md">
      <Text size="sm" mb="md">
        {t('wins.recordIntro')}
      </Text>
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async (request) => {
          await mutateAsync({ request, key: keyFor(request) });
          notifyDone(t('wins.recorded'));
          onClose();
        }}
      >
        <SelectField
          control={form.control}
          name="enterpriseId"
          label={t('nominate.enterprise')}
          hint={t('nominate.enterpriseHint')}
          data={found.map(({ id, name, taxCode }) => ({ value: id, label: `${name} (${taxCode})` }))}
          onSearchChange={setSearched}
          filter={({ options }) => options}
          required
        />
        <NumberField
          control={form.control}
          name="year"
          label={t('form.year')}
          thousandSeparator={false}
          maxLength={4}
          required
        />
        <SelectField
          control={form.control}
          name="level"
          label={t('assessment.level')}
          data={LEVELS.map((value) => ({ value, label: t(`levels.${value}`) }))}
          allowDeselect={false}
          required
        />
        <TextField
          control={form.control}
          name="source"
          label={t('wins.source')}
          hint={t('wins.sourceHint')}
          maxLength={500}
          required
        />
      </Form>
    </Modal>
  );
}

function useSendWin(winId: string) {
  const { t } = useTranslation('awards');
  const win = useQuery(winQuery(winId));
  const { mutateAsync } = useWinAct(winId);
  const keyFor = useOnceKey();
  return async (act: Parameters<typeof mutateAsync>[0]['act']) => {
    const { data } = win.data ? win : await win.refetch();
    const etag = data?.etag ?? '';
    await mutateAsync({ act, etag, key: keyFor([etag, act]) });
    notifyDone(t(`wins.done.${act.action}`));
  };
}

function WinDialog({ win, action, onClose }: Chosen & { onClose: () => void }) {
  const { t } = useTranslation('awards');
  const send = useSendWin(win.id);
  const title = t('confirm.title', {
    act: t(`wins.acts.${action}`),
    name: `${win.enterpriseName}, ${win.year}`,
  });
  if (action === 'publish') {
    return (
      <ConfirmDialog
        opened
        onClose={onClose}
        title={title}
        consequence={t('wins.publishText')}
        verb={t('wins.acts.publish')}
        onConfirm={() => send({ action })}
      />
    );
  }
  return action === 'entitle' ? (
    <EntitleDialog win={win} title={title} send={send} onClose={onClose} />
  ) : (
    <AmountDialog title={title} send={send} onClose={onClose} />
  );
}

type ActFormProps = { title: string; send: ReturnType<typeof useSendWin>; onClose: () => void };

const entitlement = z.object({
  programId: z.string().min(1),
  budgetYear: z.number().int().min(1996).max(2200),
});

function EntitleDialog({ win, title, send, onClose }: ActFormProps & { win: WinRow }) {
  useReturnFocus();
  const { t, i18n } = useTranslation('awards');
  const programs = useQuery(programChoicesQuery).data ?? [];
  const form = useForm<z.input<typeof entitlement>>({
    resolver: zodResolver(entitlement),
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: { programId: '', budgetYear: win.year + 1 },
  });
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <Text size="sm" mb="md">
        {t('wins.entitleText')}
      </Text>
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'entitle', body });
          onClose();
        }}
      >
        <SelectField
          control={form.control}
          name="programId"
          label={t('form.program')}
          data={programs.map(({ id, code, shortTitle, titleEn }) => ({
            value: id,
            label: `${code} – ${i18n.resolvedLanguage === 'en' ? titleEn : shortTitle}`,
          }))}
          required
        />
        <NumberField
          control={form.control}
          name="budgetYear"
          label={t('wins.budgetYear')}
          thousandSeparator={false}
          maxLength={4}
          required
        />
      </Form>
    </Modal>
  );
}

const amountForm = z.object({
  amount: z.number().int().min(1).max(MAX_MONEY),
  source: z.string().trim().min(1).max(500),
});

function AmountDialog({ title, send, onClose }: ActFormProps) {
  useReturnFocus();
  const { t } = useTranslation('awards');
  const form = useForm({
    resolver: zodResolver(amountForm),
    mode: 'onTouched' as const,
    shouldFocusError: false,
    defaultValues: { amount: 0, source: '' },
  });
  return (
    <Modal opened onClose={onClose} title={title} size="md">
      <Form
        form={form}
        submitLabel={t('assessment.record')}
        onCancel={onClose}
        onSubmit={async (body) => {
          await send({ action: 'enterAmount', body });
          onClose();
        }}
      >
        <MoneyField control={form.control} name="amount" label={t('wins.amount')} required />
        <TextField
          control={form.control}
          name="source"
          label={t('wins.source')}
          hint={t('wins.sourceHint')}
          maxLength={500}
          required
        />
      </Form>
    </Modal>
  );
}
