import { createContext, use } from 'react';
import type { SupplierProfile } from '../../../../shared/contract/supplier-profiles.ts';
import type { Supplier } from '../../../../shared/contract/suppliers.ts';

interface OpenSupplier {
  readonly supplier: Supplier;
  readonly profile: SupplierProfile;
}

export const OpenSupplierContext = createContext<OpenSupplier | null>(null);

/** The supplier whose room this is. */
export function useOpenSupplier(): OpenSupplier {
  const opened = use(OpenSupplierContext);
  if (opened === null) throw new Error('outside a supplier’s room');
  return opened;
}
