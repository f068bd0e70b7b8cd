import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { get, type FieldErrors, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { applyProblem, type AppliedProblem } from '@/shared/lib/problem';
import { ProblemBanner } from './banner';
import { ErrorSummary, type SummaryItem } from './error-summary';
import { FormContext, fieldId } from './form-context';

function collectPaths(errors: FieldErrors, prefix = ''): string[] {
  return Object.entries(errors).flatMap(([key, entry]) => {
    if (!entry || key === 'root' || key === 'ref') return [];
    const path = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof (entry as { message?: unknown }).message === 'string') return [path];
    return typeof entry === 'object' ? collectPaths(entry as FieldErrors, path) : [];
  });
}

type FormProps<T extends FieldValues, Output> = {
  form: UseFormReturn<T, unknown, Output>;
  onSubmit: (values: Output) => Promise<unknown>;
  /** The word on the button; a verb. */
  submitLabel: string;
  children: ReactNode;
  onCancel?: (() => void) | undefined;
  /** API path → form path, where the two differ. */
  rename?: Readonly<Record<string, string>>;
  /** Offered in the banner when somebody else has changed the same object. */
  onReload?: () => void;
  /** No field has to be filled in: the legend of the star would explain nothing. */
  allOptional?: boolean;
};

/**
 * One-column form. A failed submit puts the summary on top and the focus into it; what the server refuses is shown at
 * its field, everything else in a banner. The submit button is never disabled.
 */
export function Form<T extends FieldValues, Output>({
  form,
  onSubmit,
  submitLabel,
  children,
  onCancel,
  rename,
  onReload,
  allOptional = false,
}: FormProps<T, Output>) {
  const { t, i18n } = useTranslation();
  const formId = useId();
  const [labels] = useState(() => new Map<string, string>());
  const summary = useRef<HTMLDivElement>(null);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<AppliedProblem | null>(null);
  const { errors, isSubmitting } = form.formState;
  const { trigger } = form;

  // Messages are texts: another language means asking again.
  const language = i18n.resolvedLanguage;
  const shownIn = useRef(language);
  useEffect(() => {
    if (shownIn.current === language) return;
    shownIn.current = language;
    if (attempt > 0) void trigger();
  }, [language, attempt, trigger]);

  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);

  const submit = form.handleSubmit(
    async (values) => {
      setFailure(null);
      try {
        await onSubmit(values);
      } catch (error) {
        setFailure(applyProblem(error, form, rename));
        setAttempt((n) => n + 1);
      }
    },
    () => {
      setFailure(null);
      setAttempt((n) => n + 1);
    },
  );

  const items: SummaryItem[] =
    attempt === 0
      ? []
      : collectPaths(errors).map((path) => ({
          id: fieldId(formId, path),
          label: labels.get(path) ?? '',
          message: (get(errors, path) as { message: string }).message,
        }));
  const showsBanner = failure?.banner != null;

  return (
    <FormContext.Provider value={{ formId, labels }}>
      <form
        noValidate
        className="form-column"
        onSubmit={(event) => {
          void submit(event);
        }}
      >
        <Stack gap="md">
          <div
            ref={summary}
            tabIndex={-1}
            className="form-messages"
            hidden={!showsBanner && items.length === 0}
          >
            {showsBanner && (
              <ProblemBanner
                error={failure.banner}
                others={failure.others}
                action={
                  onReload && (
                    <Button size="xs" variant="default" onClick={onReload}>
                      {t('state.reload')}
                    </Button>
                  )
                }
              />
            )}
            <ErrorSummary items={items} />
          </div>
          {!allOptional && (
            <Text size="sm" c="dimmed">
              {t('form.requiredLegend')}
            </Text>
          )}
          {children}
          <Group gap="xs" mt="xs" justify={onCancel ? 'flex-end' : undefined}>
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {t('form.cancel')}
              </Button>
            )}
            <Button type="submit" loading={isSubmitting}>
              {submitLabel}
            </Button>
          </Group>
        </Stack>
      </form>
    </FormContext.Provider>
  );
}
