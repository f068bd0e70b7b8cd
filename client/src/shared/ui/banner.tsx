import { Alert, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/lib/problem';

type BannerTone = 'info' | 'success' | 'warning' | 'error';

const LOOK = {
  info: { color: 'gov', icon: IconInfoCircle },
  success: { color: 'green', icon: IconCircleCheck },
  warning: { color: 'orange', icon: IconAlertTriangle },
  error: { color: 'red', icon: IconAlertCircle },
} as const;

type BannerProps = {
  tone?: BannerTone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** A message that stays until it is dealt with; errors and warnings are announced. */
export function Banner({ tone = 'info', title, children, action, ref }: BannerProps) {
  const { color, icon: BannerIcon } = LOOK[tone];
  return (
    <Alert
      ref={ref}
      tabIndex={-1}
      role={tone === 'error' || tone === 'warning' ? 'alert' : 'status'}
      color={color}
      variant="light"
      title={title}
      icon={<BannerIcon aria-hidden />}
      className="banner"
    >
      {children}
      {action !== undefined && <div className="banner-action no-print">{action}</div>}
    </Alert>
  );
}

type ProblemBannerProps = {
  error: unknown;
  others?: readonly string[];
  action?: ReactNode;
  ref?: Ref<HTMLDivElement>;
};

/** A failure in words, with what to do and the reference that finds it in the log. */
export function ProblemBanner({ error, others = [], action, ref }: ProblemBannerProps) {
  const { t } = useTranslation();
  const problem = problemText(error);
  return (
    <Banner tone="error" title={problem.title} action={action} ref={ref}>
      <Text size="sm">{problem.detail}</Text>
      {others.length > 0 && (
        <List size="sm" mt={4}>
          {others.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
      )}
      {problem.traceId !== undefined && (
        <Text size="xs" mt={4}>
          {t('state.traceId', { id: problem.traceId })}
        </Text>
      )}
    </Banner>
  );
}
