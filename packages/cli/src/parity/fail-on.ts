import type { Divergence } from '@poclint/core';

/** What makes the command fail. */
export const PARITY_FAIL_ON = ['error', 'warning', 'never'] as const;
export type ParityFailOn = (typeof PARITY_FAIL_ON)[number];

/** Whether a divergence makes the command fail. */
export function counts({ severity }: Divergence, failOn: ParityFailOn): boolean {
  if (failOn === 'never') return false;
  return severity === 'error' || (failOn === 'warning' && severity === 'warning');
}
