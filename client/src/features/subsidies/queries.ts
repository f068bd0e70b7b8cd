import { useMutation } from '@tanstack/react-query';
import { body, fetchClient, type Schemas } from '@/api/client';

export type Breakdown = Schemas['SubsidyBreakdown'];
export type BreakdownLine = Schemas['SubsidyLine'];
export type BreakdownStep = Schemas['SubsidyStepDetails'];

export function useCalculateSubsidy() {
  return useMutation({
    mutationFn: ({ request, language }: { request: Schemas['CalculateSubsidyRequest']; language: string }) =>
      body(
        fetchClient.POST('/api/v1/subsidy-calculations', {
          body: request,
          headers: { 'Accept-Language': language },
        }),
      ),
  });
}

export function useReplay(calculationId: string) {
  return useMutation({
    mutationFn: () =>
      body(
        fetchClient.POST('/api/v1/subsidy-calculations/{calculationId}/replay', {
          params: { path: { calculationId } },
        }),
      ),
  });
}
