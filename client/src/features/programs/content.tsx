import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { inLanguage } from '@/shared/lib/labels';
import { formatDate, formatDecimal, formatVnd } from '@/shared/lib/vi';
import { DescriptionList } from '@/shared/ui/description-list';
import { Section } from '@/shared/ui/section';
import './i18n';
import { Clause, DefaultMark, NotStated, Note, Verbatim } from './marks';
import type { AgencyName, Named, Objective, ProgramDetails, Quota, Task } from './types';
import { dueInWords, measureInWords, periodInWords } from './words';

type Props = { program: ProgramDetails };

/** The heading "KẾ HOẠCH" of a document as a word in a line. */
function sentenceCase(text: string): string {
  return text.charAt(0) + text.slice(1).toLocaleLowerCase('vi');
}

function nameOf(named: Named): string {
  return inLanguage(named.nameVi, named.nameEn);
}

function namesOf(agencies: readonly AgencyName[]): string {
  return agencies.map(nameOf).join(', ');
}

export function Decision({ program }: Props) {
  const { t } = useTranslation('programs');
  const { decision, parentProgram } = program;
  const stated = (name: string, value: string | null | undefined) =>
    value ?? (decision.notStated.includes(name) ? <NotStated /> : null);
  return (
    <Section title={t('decision.title')} id="decision">
      <DescriptionList
        items={[
          { term: t('decision.type'), value: <span lang="vi">{sentenceCase(decision.typeVi)}</span> },
          { term: t('decision.number'), value: stated('number', decision.number) },
          {
            term: t('decision.date'),
            value: stated('date', decision.date == null ? decision.date : formatDate(decision.date)),
          },
          { term: t('decision.issuer'), value: <span lang="vi">{decision.issuerName}</span> },
          {
            term: t('decision.signer'),
            value: stated(
              'signerName',
              decision.signerName && [decision.signerName, decision.signerTitle].filter(Boolean).join(', '),
            ),
          },
          { term: t('decision.lead'), value: nameOf(program.leadAgency) },
          {
            term: t('decision.period'),
            value: t('dates', { from: formatDate(program.periodFrom), to: formatDate(program.periodTo) }),
          },
          ...(parentProgram
            ? [
                {
                  term: t('decision.parent'),
                  value: [
                    inLanguage(parentProgram.title, parentProgram.titleEn),
                    parentProgram.decisionNumber &&
                      parentProgram.decisionDate &&
                      t('legalBases.of', {
                        number: parentProgram.decisionNumber,
                        date: formatDate(parentProgram.decisionDate),
                      }),
                  ]
                    .filter(Boolean)
                    .join(' – '),
                },
              ]
            : []),
        ]}
      />
      <Note of={program} />
    </Section>
  );
}

export function LegalBases({ program }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Section title={t('legalBases.title')} id="legal-bases">
      <List size="sm" spacing={6}>
        {program.legalBases.map((basis) => (
          <List.Item key={basis.number}>
            <Text span size="sm" fw={500}>
              {basis.date
                ? t('legalBases.of', { number: basis.number, date: formatDate(basis.date) })
                : basis.number}
            </Text>
            <span lang="vi">
              {basis.issuer && ` – ${basis.issuer}`}
              {basis.abstract && `: ${basis.abstract}`}
            </span>
            <Clause clause={basis.clause} />
          </List.Item>
        ))}
      </List>
    </Section>
  );
}

function ObjectiveList({ items }: { items: readonly Objective[] }) {
  return (
    <List size="sm" spacing={6}>
      {items.map((item) => (
        <List.Item key={item.text}>
          <Verbatim text={item.text} />
          <Clause clause={item.clause} />
        </List.Item>
      ))}
    </List>
  );
}

export function Objectives({ program }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Section title={t('objectives.title')} id="objectives">
      <Stack gap="sm">
        {program.generalObjectives.length > 0 && (
          <div>
            <Title order={3}>{t('objectives.general')}</Title>
            <ObjectiveList items={program.generalObjectives} />
          </div>
        )}
        {program.specificObjectives.length > 0 && (
          <div>
            <Title order={3}>{t('objectives.specific')}</Title>
            <ObjectiveList items={program.specificObjectives} />
          </div>
        )}
        <div>
          <Title order={3}>{t('phases.title')}</Title>
          <List size="sm">
            {program.phases.map((phase) => (
              <List.Item key={phase.code}>
                {inLanguage(phase.nameVi, phase.nameEn)}:{' '}
                {t('dates', { from: formatDate(phase.from), to: formatDate(phase.to) })} (
                {t(`phases.${phase.kind}`)})
              </List.Item>
            ))}
          </List>
        </div>
      </Stack>
    </Section>
  );
}

export function Targets({ program }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Section title={t('targets.title')} sub={t('targets.sub')} id="targets">
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('targets.name')}</Table.Th>
              <Table.Th scope="col" w={220}>
                {t('targets.value')}
              </Table.Th>
              <Table.Th scope="col" w={180}>
                {t('targets.period')}
              </Table.Th>
              <Table.Th scope="col" w={110}>
                {t('targets.clause')}
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {program.targets.map((target) => (
              <Table.Tr key={target.code}>
                <Table.Th scope="row" fw={500}>
                  {inLanguage(target.title, target.titleEn)}
                  {target.indicatorNoteVi && (
                    <Text size="xs" c="dimmed" fw={400}>
                      {inLanguage(target.indicatorNoteVi, target.indicatorNoteEn)}
                    </Text>
                  )}
                  {target.denominator?.noteVi && (
                    <Text size="xs" c="dimmed" fw={400}>
                      {inLanguage(target.denominator.noteVi, target.denominator.noteEn)}
                    </Text>
                  )}
                </Table.Th>
                <Table.Td>
                  {measureInWords(target, t)}
                  {target.paired.map((paired) => (
                    <Text size="sm" key={paired.title}>
                      {inLanguage(paired.title, paired.titleEn)}: {measureInWords(paired, t)}
                    </Text>
                  ))}
                  {target.breakdown.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {target.breakdown
                        .map(
                          (part) => `${inLanguage(part.nameVi, part.nameEn)}: ${formatDecimal(part.value)}`,
                        )
                        .join('; ')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {periodInWords(target, t)}
                  {!target.periodExplicit && (
                    <>
                      <br />
                      <DefaultMark />
                      <Text size="xs" c="dimmed">
                        {target.periodNoteVi
                          ? inLanguage(target.periodNoteVi, target.periodNoteEn)
                          : t('targets.defaultPeriod')}
                      </Text>
                    </>
                  )}
                </Table.Td>
                <Table.Td>{target.clause}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function QuotaText({ quota }: { quota: Quota }) {
  const { t } = useTranslation('programs');
  const unit = nameOf(quota.unit);
  const text =
    quota.quantityTo == null
      ? `${formatDecimal(quota.quantity)} ${unit}`
      : t('tasks.quotaTo', {
          from: formatDecimal(quota.quantity),
          to: formatDecimal(quota.quantityTo),
          unit,
        });
  return quota.approximate ? t('tasks.quotaAbout', { text }) : text;
}

function TaskEntry({ task }: { task: Task }) {
  const { t } = useTranslation('programs');
  return (
    <div>
      <Text fw={500} size="sm">
        {task.code}. {inLanguage(task.title, task.titleEn)}
      </Text>
      <DescriptionList
        items={[
          { term: t('tasks.lead'), value: nameOf(task.leadAgency) },
          {
            term: t('tasks.coordinators'),
            value:
              task.coordinators.length === 0
                ? t('tasks.none')
                : `${namesOf(task.coordinators)}${task.coordinatorsOpenEnded ? ` ${t('tasks.more')}` : ''}`,
          },
          ...(task.quotas.length > 0
            ? [
                {
                  term: t('tasks.quota'),
                  value: (
                    <List size="sm" listStyleType="none">
                      {task.quotas.map((quota) => (
                        <List.Item key={`${quota.unit.code} ${quota.quantity}`}>
                          <QuotaText quota={quota} />
                        </List.Item>
                      ))}
                    </List>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Clause clause={[task.clause, task.agenciesClause].filter(Boolean).join('; ')} />
      <Note of={task} />
    </div>
  );
}

export function Tasks({ program }: Props) {
  const { t } = useTranslation('programs');
  const codes = new Set(program.tasks.map((task) => task.code));
  const top = program.tasks.filter((task) => !task.parent || !codes.has(task.parent));
  return (
    <Section title={t('tasks.title')} sub={t('tasks.sub')} id="tasks">
      <Stack gap="md">
        {top.map((group) => {
          const children = program.tasks.filter((task) => task.parent === group.code);
          return children.length === 0 ? (
            <TaskEntry key={group.code} task={group} />
          ) : (
            <div key={group.code}>
              <Title order={3} mb="xs">
                {group.code}. {inLanguage(group.title, group.titleEn)}
              </Title>
              <Stack gap="md">
                {children.map((task) => (
                  <TaskEntry key={task.code} task={task} />
                ))}
              </Stack>
            </div>
          );
        })}
        {program.duties.length > 0 && (
          <div>
            <Title order={3} mb="xs">
              {t('duties.title')}
            </Title>
            <List size="sm" spacing={6}>
              {program.duties.map((duty) => (
                <List.Item key={duty.code}>
                  <Text span size="sm" fw={500}>
                    {namesOf(duty.agencies)}
                  </Text>
                  {`: ${inLanguage(duty.title, duty.titleEn)}`}
                  {duty.coordinatesWith.length > 0 &&
                    ` – ${t('duties.with', { agencies: namesOf(duty.coordinatesWith) })}`}
                  <Clause clause={duty.clause} />
                </List.Item>
              ))}
            </List>
          </div>
        )}
      </Stack>
    </Section>
  );
}

export function Eligibility({ program }: Props) {
  const { t } = useTranslation('programs');
  const { eligibility } = program;
  return (
    <Section title={t('eligibility.title')} id="eligibility">
      <DescriptionList
        items={[
          { term: t('eligibility.who'), value: inLanguage(eligibility.text, eligibility.textEn) },
          {
            term: t('eligibility.types'),
            value: (
              <>
                {eligibility.organizationTypes.map(nameOf).join(', ')}{' '}
                {eligibility.configurableDefaults.includes('organizationTypes') && <DefaultMark />}
              </>
            ),
          },
          {
            term: t('eligibility.size'),
            value: t(eligibility.smeOnly ? 'eligibility.smeOnly' : 'eligibility.anySize'),
          },
          {
            term: t('eligibility.priorities'),
            value: eligibility.priorities.map((ground) => t(`priority.${ground}`)).join('; '),
          },
          {
            term: t('eligibility.sectors'),
            value:
              program.prioritySectors.length === 0 ? (
                <NotStated />
              ) : (
                <List size="sm">
                  {program.prioritySectors.map((sector) => (
                    <List.Item key={sector.code}>
                      {nameOf(sector)}
                      {sector.isCriterion && ` (${t('eligibility.criterion')})`}
                    </List.Item>
                  ))}
                </List>
              ),
          },
        ]}
      />
      <Clause clause={eligibility.clause} />
      <Note of={eligibility} />
    </Section>
  );
}

export function Funding({ program }: Props) {
  const { t } = useTranslation('programs');
  const { funding } = program;
  const total = funding.budgetTotal;
  return (
    <Section title={t('funding.title')} id="funding">
      <DescriptionList
        items={[
          {
            term: t('funding.total'),
            value: total ? (
              <>
                {formatVnd(total.amount)} ({t('funding.year', { year: total.year })})
                <Text size="sm" c="dimmed" lang="vi">
                  {t('funding.words')}: {total.words}
                </Text>
              </>
            ) : (
              funding.notStated.includes('budgetTotal') && <NotStated />
            ),
          },
          {
            term: t('funding.sources'),
            value: (
              <List size="sm">
                {funding.sources.map((part) => (
                  <List.Item key={part.source.code}>
                    {nameOf(part.source)} <Clause clause={part.clause} />
                  </List.Item>
                ))}
              </List>
            ),
          },
          ...(funding.procedure.length > 0
            ? [
                {
                  term: t('funding.procedure'),
                  value: (
                    <List size="sm" type="ordered">
                      {funding.procedure.map((step) => (
                        <List.Item key={step.code}>
                          {inLanguage(step.nameVi, step.nameEn)}
                          {step.agency && ` – ${nameOf(step.agency)}`}
                        </List.Item>
                      ))}
                    </List>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Clause clause={funding.clause} />
    </Section>
  );
}

export function Dossier({ program }: Props) {
  const { t } = useTranslation('programs');
  const { submission, clock, appraisal } = program;
  if (!submission && !clock && !appraisal) return null;
  return (
    <Section title={t('dossier.title')} id="dossier">
      <Stack gap="sm">
        {submission && (
          <>
            <DescriptionList
              items={[
                {
                  term: t('dossier.papers'),
                  value: (
                    <>
                      {submission.requiredDocuments.map(nameOf).join('; ')}{' '}
                      {submission.configurableDefault && <DefaultMark />}
                    </>
                  ),
                },
                ...(submission.beforeContract.length > 0
                  ? [{ term: t('dossier.later'), value: submission.beforeContract.map(nameOf).join('; ') }]
                  : []),
              ]}
            />
            <Note of={submission} />
          </>
        )}
        {clock && (
          <>
            <DescriptionList
              items={[
                {
                  term: t('dossier.steps'),
                  value: (
                    <>
                      {clock.configurableDefault && <DefaultMark />}
                      <List size="sm">
                        {clock.steps.map((step) => (
                          <List.Item key={step.code}>
                            {inLanguage(step.nameVi, step.nameEn)}:{' '}
                            {t(`dossier.${step.unit}`, { count: step.days })}
                          </List.Item>
                        ))}
                      </List>
                      {clock.stopsDuringSupplement && t('dossier.stops')}
                    </>
                  ),
                },
              ]}
            />
            <Note of={clock} />
          </>
        )}
        {appraisal?.councilRequired && (
          <>
            <DescriptionList
              items={[
                {
                  term: t('dossier.council'),
                  value: t('dossier.councilRequired', {
                    by: nameOf(appraisal.establishedBy),
                    approver: nameOf(appraisal.approvedBy),
                  }),
                },
              ]}
            />
            <Clause clause={appraisal.clause} />
          </>
        )}
      </Stack>
    </Section>
  );
}

export function Reports({ program }: Props) {
  const { t } = useTranslation('programs');
  return (
    <Section title={t('reports.title')} id="reports">
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('reports.name')}</Table.Th>
              <Table.Th scope="col">{t('reports.due')}</Table.Th>
              <Table.Th scope="col">{t('reports.issuer')}</Table.Th>
              <Table.Th scope="col">{t('reports.recipients')}</Table.Th>
              <Table.Th scope="col">{t('targets.clause')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {program.reportObligations.map((report) => (
              <Table.Tr key={report.code}>
                <Table.Th scope="row" fw={500}>
                  {inLanguage(report.titleVi, report.titleEn)}
                  <Note of={report} />
                </Table.Th>
                <Table.Td>
                  {dueInWords(report, t) ??
                    (report.notStated.includes('dueMonthDay') ? <NotStated /> : t('reports.onRequest'))}
                </Table.Td>
                <Table.Td>{nameOf(report.issuer)}</Table.Td>
                <Table.Td>
                  {report.recipients.length > 0 ? namesOf(report.recipients) : <NotStated />}
                </Table.Td>
                <Table.Td>{report.clause}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

export function Recipients({ program }: Props) {
  const { t } = useTranslation('programs');
  const { signature } = program;
  return (
    <Section title={t('recipients.title')} id="recipients">
      <Stack gap="sm">
        <List size="sm">
          {program.recipients.map((recipient) => (
            <List.Item key={recipient.text}>
              {inLanguage(recipient.text.replace(/[;.]$/, ''), recipient.nameEn)}
            </List.Item>
          ))}
          {program.archiveLine && (
            <List.Item>
              <span lang="vi">{program.archiveLine}</span>
            </List.Item>
          )}
        </List>
        {signature && (
          <div lang="vi">
            {signature.lines.map((line) => (
              <Text size="sm" fw={600} key={line}>
                {line}
              </Text>
            ))}
            <Text size="sm">{signature.signerName}</Text>
          </div>
        )}
      </Stack>
    </Section>
  );
}
