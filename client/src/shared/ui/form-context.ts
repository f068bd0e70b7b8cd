import { createContext, useContext, useEffect } from 'react';

type FormContextValue = {
  formId: string;
  /** Labels of the mounted fields by form path; the error summary speaks with the same words. */
  labels: Map<string, string>;
};

export const FormContext = createContext<FormContextValue | null>(null);

export function fieldId(formId: string, path: string): string {
  return `${formId}${path}`;
}

/** Registers a field's label with its form and returns the id its input must carry. */
export function useFormField(path: string, label: string): string {
  const context = useContext(FormContext);
  if (context === null) throw new Error('A form field stands outside of <Form>.');
  const { formId, labels } = context;
  useEffect(() => {
    labels.set(path, label);
    return () => {
      labels.delete(path);
    };
  }, [labels, path, label]);
  return fieldId(formId, path);
}
