import { useMemo } from 'react';
import { AGENT_SCOPES, FREIGHT_MODES, type FreightMode } from '../../../shared/domain/costing/costing.ts';
import { COMPARISON_POINTS } from '../../../shared/domain/incoterms/parts.ts';
import { customsBasisOf } from '../../../shared/domain/landed-cost/customs.ts';
import { DISCOUNT_METHODS } from '../../../shared/domain/payments/present-value.ts';
import { USUAL_DIVISOR, USUAL_STEP_G } from '../../../shared/domain/shipping/chargeable-weight.ts';
import { CONTAINER_TYPES, USABLE_M3 } from '../../../shared/domain/shipping/freight.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import { htmlLanguage } from '../../i18n/i18n.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { COUNTRIES } from '../../ui/countries.ts';
import { BoundsFields } from './bounds-fields.tsx';
import classes from './costing.module.css';
import { Choice, type CostingForm, CurrencyChoice, Figure, Section, Yes } from './fields.tsx';

/** Everything a project takes for granted on the way from the supplier's price to its own door. */
export function CostingFieldset(props: { readonly form: CostingForm; readonly projectCurrency: CurrencyCode }) {
  const { form, projectCurrency } = props;
  return (
    <div className={classes.form}>
      <RouteSection form={form} />
      <FreightSection form={form} />
      <OriginSection form={form} />
      <ArrivalSection form={form} />
      <TaxSection form={form} />
      <CapitalSection form={form} />
      <BoundsFields form={form} projectCurrency={projectCurrency} />
    </div>
  );
}

interface Props {
  readonly form: CostingForm;
}

function RouteSection({ form }: Props) {
  const { t } = useText();
  const nameOf = useCountryName();
  const { country } = form.fields;
  return (
    <Section title={t('costings:section.route')} form={form}>
      <Choice
        form={form}
        field="country"
        clearable
        searchable
        value={country}
        values={COUNTRIES}
        textOf={nameOf}
        changes={(value) => ({ country: value })}
        description={
          country === null ? t('costings:countryHint') : t(`costings:customsBasis.${customsBasisOf(country)}`)
        }
      />
      <Choice
        form={form}
        field="point"
        value={form.fields.point}
        values={COMPARISON_POINTS}
        textOf={(point) => t(`costings:point.${point}`)}
        changes={(point) => (point === null ? {} : { point })}
        description={t('costings:pointHint')}
      />
    </Section>
  );
}

function FreightSection({ form }: Props) {
  const { t } = useText();
  const { freightMode: mode, freightCurrency: currency } = form.fields;
  const money = { kind: 'money', currency } as const;
  return (
    <Section
      title={t('costings:section.freight')}
      form={form}
      {...(mode === null ? { hint: t('costings:freightHint') } : { hint: t(`costings:modeHint.${mode}`) })}
    >
      <Choice
        form={form}
        field="freightMode"
        clearable
        value={mode}
        values={FREIGHT_MODES}
        textOf={(one) => t(`costings:mode.${one}`)}
        changes={(freightMode) => ({ freightMode })}
      />
      {mode === 'percentage' ? null : <CurrencyChoice form={form} field="freightCurrency" />}
      {mode === null ? null : <ModeFields form={form} mode={mode} />}
      {mode === null || mode === 'lumpSum' || mode === 'percentage' ? null : (
        <Figure form={form} field="freightMinimumMinor" as={money} usual={t('costings:noMinimum')} />
      )}
      <Figure
        form={form}
        field="transitDays"
        as={{ kind: 'whole', maximum: 365, unit: t('costings:days') }}
        description={t('costings:transitHint')}
      />
    </Section>
  );
}

/** The figures a mode is reckoned with. */
function ModeFields({ form, mode }: Props & { readonly mode: FreightMode }) {
  const { t } = useText();
  const { freightCurrency: currency } = form.fields;
  const money = { kind: 'money', currency } as const;
  const perKg = <Figure form={form} field="freightPerKg" as={{ kind: 'price', currency }} />;
  const perM3 = <Figure form={form} field="freightPerM3" as={{ kind: 'price', currency }} />;
  switch (mode) {
    case 'seaLcl':
      return perM3;
    case 'truck':
      return (
        <>
          {perKg}
          {perM3}
        </>
      );
    case 'seaFcl':
      return (
        <>
          <Choice
            form={form}
            field="containerType"
            clearable
            value={form.fields.containerType}
            values={CONTAINER_TYPES}
            textOf={(type) => t('costings:container', { type, volume: USABLE_M3[type] })}
            changes={(containerType) => ({ containerType })}
          />
          <Figure form={form} field="freightPerContainerMinor" as={money} />
        </>
      );
    case 'air':
    case 'express':
    case 'rail':
      return (
        <>
          {perKg}
          <Figure
            form={form}
            field="volumetricDivisor"
            as={{ kind: 'whole', maximum: 100_000, unit: 'cm³' }}
            usual={t('costings:usual', { value: USUAL_DIVISOR[mode] })}
          />
          <Figure
            form={form}
            field="weightStepG"
            as={{ kind: 'weight' }}
            usual={t('costings:usual', { value: USUAL_STEP_G / 1000 })}
          />
          <Figure form={form} field="minimumWeightG" as={{ kind: 'weight' }} usual={t('costings:noMinimum')} />
          <Yes form={form} field="roundUpToCm" />
          <Yes form={form} field="perPiece" />
        </>
      );
    case 'lumpSum':
      return <Figure form={form} field="freightLumpMinor" as={money} />;
    case 'percentage':
      return <Figure form={form} field="freightPercentBp" as={{ kind: 'percent' }} />;
  }
}

function OriginSection({ form }: Props) {
  const { t } = useText();
  const money = { kind: 'money', currency: form.fields.originCurrency } as const;
  return (
    <Section
      title={t('costings:section.origin')}
      hint={t('costings:originHint')}
      form={form}
      zeros={['originInlandMinor', 'exportClearanceMinor', 'originTerminalMinor', 'agentRateBp']}
    >
      <CurrencyChoice form={form} field="originCurrency" />
      <Figure form={form} field="originInlandMinor" as={money} />
      <Figure form={form} field="exportClearanceMinor" as={money} />
      <Figure form={form} field="originTerminalMinor" as={money} />
      <Figure form={form} field="agentRateBp" as={{ kind: 'percent' }} />
      <Figure form={form} field="agentMinimumMinor" as={money} usual={t('costings:noMinimum')} />
      <Choice
        form={form}
        field="agentScope"
        value={form.fields.agentScope}
        values={AGENT_SCOPES}
        textOf={(scope) => t(`costings:agentScope.${scope}`)}
        changes={(agentScope) => (agentScope === null ? {} : { agentScope })}
      />
    </Section>
  );
}

function ArrivalSection({ form }: Props) {
  const { t } = useText();
  const money = { kind: 'money', currency: form.fields.destinationCurrency } as const;
  const hasFee = form.fields.userFeePpm !== null;
  return (
    <Section
      title={t('costings:section.arrival')}
      form={form}
      zeros={['destinationTerminalMinor', 'brokerageMinor', 'onCarriageMinor']}
    >
      <CurrencyChoice form={form} field="destinationCurrency" />
      <Figure form={form} field="destinationTerminalMinor" as={money} />
      <Figure form={form} field="brokerageMinor" as={money} />
      <Figure form={form} field="onCarriageMinor" as={money} />
      <Figure
        form={form}
        field="userFeePpm"
        as={{ kind: 'ppm' }}
        usual={t('costings:noFee')}
        description={t('costings:userFeeHint')}
      />
      {hasFee ? <Figure form={form} field="userFeeMinimumMinor" as={money} usual={t('costings:noMinimum')} /> : null}
      {hasFee ? <Figure form={form} field="userFeeMaximumMinor" as={money} usual={t('costings:noMaximum')} /> : null}
    </Section>
  );
}

function TaxSection({ form }: Props) {
  const { t } = useText();
  return (
    <Section title={t('costings:section.tax')} form={form}>
      <Figure form={form} field="insurancePpm" as={{ kind: 'ppm' }} description={t('costings:insuranceHint')} />
      <Figure form={form} field="dutyRateBp" as={{ kind: 'percent' }} description={t('costings:dutyHint')} />
      <Figure form={form} field="importVatRateBp" as={{ kind: 'percent' }} />
      <Yes form={form} field="importVatRecoverable" description={t('costings:recoverableHint')} />
    </Section>
  );
}

function CapitalSection({ form }: Props) {
  const { t } = useText();
  return (
    <Section title={t('costings:section.capital')} hint={t('costings:capitalHint')} form={form}>
      <Figure form={form} field="capitalRateBp" as={{ kind: 'percent' }} />
      <Choice
        form={form}
        field="discountMethod"
        value={form.fields.discountMethod}
        values={DISCOUNT_METHODS}
        textOf={(method) => t(`costings:method.${method}`)}
        changes={(discountMethod) => (discountMethod === null ? {} : { discountMethod })}
      />
    </Section>
  );
}

function useCountryName(): (code: string) => string {
  const { language } = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames([htmlLanguage(language)], { type: 'region' });
    return (code: string) => `${names.of(code) ?? code} · ${code}`;
  }, [language]);
}
