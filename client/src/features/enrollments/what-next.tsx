import { Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ApiError, type Schemas } from '@/api/client';
import { problemText } from '@/shared/lib/problem';
import { Section } from '@/shared/ui/section';
import './i18n';
import type { Enrollment } from './queries';
import {
  BUTTON_ACTIONS,
  DANGEROUS,
  DOCUMENT_KINDS,
  isButtonAction,
  type ButtonAction,
  type DocumentKind,
} from './status';

type WhatNextProps = {
  enrollment: Enrollment;
  onAct: (action: ButtonAction) => void;
};

function isDocumentKind(value: unknown): value is DocumentKind {
  return value === 'M01' || (DOCUMENT_KINDS as readonly unknown[]).includes(value);
}

/** The dialog of the conclusion takes the minutes as well: their absence is no reason not to open it. */
function isAskedForInItsDialog({ action, code }: Schemas['BlockedAction']): boolean {
  return action === 'recordCouncilConclusion' && code === 'enrollment.minutesNotAttached';
}

/** Where the dossier stands, what the reader can do now, and why the rest does not go yet. */
export function WhatNext({ enrollment, onAct }: WhatNextProps) {
  const { t } = useTranslation('enrollments');
  const { status, allowedActions, blockedActions, decision } = enrollment;
  const opensAnyway = blockedActions.filter(isAskedForInItsDialog).map(({ action }) => action);
  const offered = BUTTON_ACTIONS.filter(
    (action) => allowedActions.includes(action) || opensAnyway.includes(action),
  );
  const canWrite = allowedActions.includes('edit');
  const blocked = blockedActions.filter(
    (entry) => isButtonAction(entry.action) && !isAskedForInItsDialog(entry),
  );
  const isHidden = decision != null && decision.publishedAt == null;
  const main = offered.find((action) => !DANGEROUS.has(action));
  return (
    <Section title={t('next.title')}>
      <Text size="sm" mb="sm">
        {t(`next.${status}`)} {isHidden && t('next.notPublished')}
      </Text>
      {offered.length === 0 && blocked.length === 0 && !canWrite && (
        <Text size="sm" c="dimmed">
          {t('next.nothing')}
        </Text>
      )}
      {offered.length > 0 && (
        <Group gap="xs" className="no-print">
          {offered.map((action) => (
            <Button
              key={action}
              variant={action === main ? 'filled' : 'default'}
              c={DANGEROUS.has(action) ? 'red.8' : undefined}
              mih={44}
              onClick={() => onAct(action)}
            >
              {t(`acts.${action}`)}
            </Button>
          ))}
        </Group>
      )}
      {blocked.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('next.blocked')}
          </Text>
          <List size="sm" mt={4}>
            {blocked.map((entry) => (
              <List.Item key={entry.action}>
                <BlockedText entry={entry} />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </Section>
  );
}

function BlockedText({ entry }: { entry: Schemas['BlockedAction'] }) {
  const { t } = useTranslation('enrollments');
  const { action, code, args } = entry;
  const named = Object.fromEntries(
    Object.entries(args).map(([name, value]): [string, unknown] => [
      name,
      Array.isArray(value)
        ? value.map((part: unknown) => (isDocumentKind(part) ? t(`papers.kinds.${part}`) : part))
        : isDocumentKind(value)
          ? t(`papers.kinds.${value}`)
          : value,
    ]),
  );
  const { title, detail } = problemText(new ApiError(409, { code, args: named }));
  return t('next.blockedAct', { act: t(`acts.${action}`), title, detail });
}
