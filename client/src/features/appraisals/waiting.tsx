import { Group, List, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '@/shared/lib/vi';
import { LinkAnchor } from '@/shared/ui/links';
import { Section } from '@/shared/ui/section';
import './i18n';
import { sessionListQuery, sessionQuery } from './queries';

const LOOKED_AT = 10;

/** Sessions in which the reader has a seat and has still to declare; nothing is shown where there are none. */
export function DeclarationsWaiting() {
  const { t } = useTranslation('appraisals');
  const called = useQuery(sessionListQuery({})).data ?? [];
  const sessions = useQueries({
    queries: called.slice(0, LOOKED_AT).map(({ id }) => sessionQuery(id)),
  }).flatMap(({ data }) => data ?? []);
  const waiting = sessions.flatMap((session) => {
    const open = session.subjects.filter(({ standing }) => standing === 'notDeclared');
    return open.length > 0 ? [{ session, count: open.length }] : [];
  });
  if (waiting.length === 0) return null;
  return (
    <Section title={t('waiting.title')}>
      <List size="sm" listStyleType="none" spacing="xs">
        {waiting.map(({ session, count }) => (
          <List.Item key={session.id}>
            <Group gap="xs">
              <LinkAnchor
                to="/council-sessions/$sessionId"
                params={{ sessionId: session.id }}
                size="sm"
                mih={24}
              >
                {t('sessions.of', { date: formatDate(session.heldOn) })} – {session.councilName}
              </LinkAnchor>
              <Text size="sm" c="dimmed">
                {t('attendance.undeclared', { count })}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
