/**
 * The form in which supplier names are matched: compatibility-folded, lower case, without spaces and punctuation, so that
 * "Yiwu Hongda Co., Ltd." meets "YIWU HONGDA CO LTD" and full-width letters meet plain ones.
 */
export function supplierNameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]+/gu, '');
}
