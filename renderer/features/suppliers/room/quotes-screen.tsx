import { useSupplierQuotes } from '../queries.ts';
import { SupplierQuotes } from '../supplier-quotes.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import classes from './room.module.css';

export function SupplierQuotesScreen() {
  const { supplier } = useOpenSupplier();
  return (
    <div className={classes.screen} data-single>
      <SupplierQuotes quotes={useSupplierQuotes(supplier.id)} supplierId={supplier.id} />
    </div>
  );
}
