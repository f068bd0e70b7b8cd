import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { Fragment, useCallback, useState, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/api/client';
import { policyItemChoicesQuery } from '@/api/reference';
import { inLanguage } from '@/shared/lib/labels';
import { applyProblem, problemText, type AppliedProblem } from '@/shared/lib/problem';
import { useAutosave } from '@/shared/lib/use-autosave';
import { formatDate, formatDateTime } from '@/shared/lib/vi';
import { Banner } from '@/shared/ui/banner';
import { DescriptionList } from '@/shared/ui/description-list';
import { LeaveGuard } from '@/shared/ui/leave-guard';
import { LinkAnchor } from '@/shared/ui/links';
import { PageHeader } from '@/shared/ui/page-header';
import { SaveStatus } from '@/shared/ui/save-status';
import { Section } from '@/shared/ui/section';
import { ActDialog } from './act-dialogs';
import { Clocks } from './clocks';
import { ContentView } from './content-view';
import { DraftForm } from './draft-form';
import { draftSchema, renameOf, toDraft, toRequest, type Draft } from './draft';
import classes from './enrollment-page.module.css';
import './i18n';
import { ConclusionView, DecisionView, History } from './outcome-views';
import { Papers } from './papers';
import { enrollmentQuery, reload, remember, updateEnrollment, type VersionedEnrollment } from './queries';
import { EnrollmentStatusBadge } from './status-label';
import type { ButtonAction } from './status';
import { WhatNext } from './what-next';

type EnrollmentPageProps = {
  answer: VersionedEnrollment;
  /** Business date, yyyy-MM-dd. */
  today: string | undefined;
  /** The calculation that stands on the dossier; nothing where the reader may not see it. */
  subsidy: ReactNode;
};

/** One dossier: where it stands, what it asks for, what became of it. */
export function EnrollmentPage({ answer, today, subsidy }: EnrollmentPageProps) {
  const { t } = useTranslation('enrollments');
  const client = useQueryClient();
  const { data: enrollment, etag } = answer;
  const { id, allowedActions, supplements, status } = enrollment;
  const mayEdit = allowedActions.includes('edit');
  const [action, setAction] = useState<ButtonAction | null>(null);
  const [refused, setRefused] = useState<AppliedProblem | null>(null);
  const form = useForm<Draft>({
    resolver: zodResolver(draftSchema),
    mode: 'onTouched',
    defaultValues: toDraft(enrollment),
  });
  const onRefused = useCallback(
    (error: unknown) => setRefused(applyProblem(error, form, renameOf(form.getValues()))),
    [form],
  );
  const store = useCallback(
    async (draft: Draft, from: string) => {
      const stored = await updateEnrollment(id, from, toRequest(draft));
      remember(client, stored);
      return stored.etag;
    },
    [client, id],
  );
  const autosave = useAutosave(etag, store, onRefused);
  const { change, continueFrom, flush, follow } = autosave;
  const items = useQuery({
    ...policyItemChoicesQuery(enrollment.programId, today),
    enabled: mayEdit,
  }).data;

  const onChange = useCallback(
    (draft: Draft) => {
      setRefused(null);
      change(draft);
    },
    [change],
  );

  const latest = async () => {
    await reload(client, id);
    return client.getQueryData(enrollmentQuery(id).queryKey) ?? answer;
  };

  /** An attached paper makes a new version of the dossier: the draft goes on from there. */
  const during = async (work: () => Promise<unknown>) => {
    // A draft that could not be stored is no reason to refuse a paper.
    await flush().catch(() => undefined);
    await work();
    follow((await latest()).etag);
  };

  const isStale = autosave.error instanceof ApiError && autosave.error.status === 412;
  const takeLatest = async () => {
    const newest = await latest();
    form.reset(toDraft(newest.data));
    autosave.discard(newest.etag);
  };
  const keepMine = async () => continueFrom((await latest()).etag);
  const { title: staleTitle, detail: staleDetail } = problemText(new ApiError(412, {}));
  const conflict = isStale && (
    <Banner
      tone="warning"
      title={staleTitle}
      action={
        <Group gap="xs">
          <Button size="xs" variant="default" mih={36} onClick={() => void takeLatest()}>
            {t('draft.conflictLatest')}
          </Button>
          <Button size="xs" variant="default" mih={36} onClick={() => void keepMine()}>
            {t('draft.conflictMine')}
          </Button>
        </Group>
      }
    >
      {staleDetail}
    </Banner>
  );

  const openRound =
    status === 'supplementRequired'
      ? supplements.findLast(({ resubmittedOn }) => resubmittedOn == null)
      : null;
  const unitNames = new Map(enrollment.supportLines.map((line) => [line.unitKey, line.unitName]));

  const parts: Record<Part, ReactNode> = {
    contents: (
      <Section
        title={t('page.contents')}
        sub={mayEdit && <SaveStatus state={autosave.state} savedAt={autosave.savedAt} />}
      >
        {mayEdit ? (
          <DraftForm
            enterpriseId={enrollment.enterpriseId}
            form={form}
            items={withCurrentItems(items ?? [], enrollment.supportLines)}
            onChange={onChange}
            refused={refused}
            conflict={conflict || null}
          />
        ) : (
          <ContentView enrollment={enrollment} />
        )}
      </Section>
    ),
    papers: (
      <Section title={t('page.papers')}>
        <Papers enrollment={enrollment} during={during} />
      </Section>
    ),
    subsidy: subsidy && (
      <Section title={t('page.subsidy')} id="subsidy">
        {subsidy}
      </Section>
    ),
    conclusion: enrollment.councilConclusion && (
      <Section title={t('conclusion.title')}>
        <ConclusionView conclusion={enrollment.councilConclusion} unitNames={unitNames} />
      </Section>
    ),
    decision: enrollment.decision && (
      <Section title={t('page.decision')}>
        <DecisionView decision={enrollment.decision} />
      </Section>
    ),
  };

  return (
    <>
      <PageHeader
        title={enrollment.code ?? t('page.draftTitle')}
        above={
          <LinkAnchor to="/enrollments" size="sm" className="no-print">
            {t('page.back')}
          </LinkAnchor>
        }
        sub={
          <span className={classes.sub}>
            <EnrollmentStatusBadge status={status} />
            <span>{enrollment.enterpriseName}</span>
            <span>
              {enrollment.programCode} – {inLanguage(enrollment.programTitle, enrollment.programTitleEn)}
            </span>
          </span>
        }
      />
      {openRound && (
        <Banner tone="warning" title={t('rounds.title')}>
          {openRound.reason}
          <br />
          {t('rounds.deadline', { date: formatDate(openRound.deadline) })}
          <br />
          {t('rounds.items', {
            items: openRound.items
              .map((kind) => t(`papers.kinds.${kind as 'D01'}`, { defaultValue: kind }))
              .join(', '),
          })}
        </Banner>
      )}
      <div className={classes.page}>
        <div className={classes.next} id="next">
          <WhatNext enrollment={enrollment} onAct={setAction} />
          {enrollment.clocks.length > 0 && <Clocks clocks={enrollment.clocks} />}
        </div>
        <div className={classes.main}>
          {orderOf(enrollment).map((part) => (
            <Fragment key={part}>{parts[part]}</Fragment>
          ))}
          {mayEdit && (
            <Anchor href="#next" size="sm" className={clsx(classes.upward, 'no-print')}>
              {t('next.goTo')}
            </Anchor>
          )}
        </div>
        <div className={classes.history}>
          <Section title={t('page.history')}>
            <DescriptionList
              items={[
                { term: t('page.channel'), value: t(`page.${enrollment.channel}`) },
                ...(enrollment.submittedAt
                  ? [{ term: t('page.submittedAt'), value: formatDateTime(enrollment.submittedAt) }]
                  : []),
                ...(enrollment.checkedByName
                  ? [{ term: t('page.checkedBy'), value: enrollment.checkedByName }]
                  : []),
              ]}
            />
            <History enrollment={enrollment} />
          </Section>
        </div>
      </div>
      {action && (
        <ActDialog
          answer={answer}
          action={action}
          today={today}
          beforeAct={flush}
          onRefused={onRefused}
          onClose={() => setAction(null)}
        />
      )}
      <LeaveGuard when={autosave.isUnsaved} />
    </>
  );
}

type Part = 'contents' | 'papers' | 'subsidy' | 'conclusion' | 'decision';

/** What the reader of this stage looks for comes first: what is asked, then what the council said, then what was decided. */
function orderOf({ status, decision }: VersionedEnrollment['data']): readonly Part[] {
  if (decision) return ['decision', 'subsidy', 'conclusion', 'contents', 'papers'];
  return status === 'appraised' || status === 'pendingApproval'
    ? ['contents', 'subsidy', 'conclusion', 'papers']
    : ['contents', 'papers', 'subsidy', 'conclusion'];
}

type Choices = Parameters<typeof DraftForm>[0]['items'];

/** Items of the dossier stay chosen by their titles, whatever the policy of today offers. */
function withCurrentItems(items: Choices, lines: VersionedEnrollment['data']['supportLines']): Choices {
  const known = new Set(items.map(({ code }) => code));
  const kept = new Map(
    lines.flatMap(({ itemCode, itemTitle, itemTitleEn }) =>
      known.has(itemCode) ? [] : [[itemCode, { code: itemCode, title: itemTitle, titleEn: itemTitleEn }]],
    ),
  );
  return [...items, ...kept.values()];
}
