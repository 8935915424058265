import { inLargestUnit, type LeadMinutes, type ThresholdKind } from './expiry-thresholds';

const hour = 60;
const day = 24 * hour;

const usualLeads: Readonly<Record<ThresholdKind, readonly LeadMinutes[]>> = {
  login: [[14 * day, 3 * day, day], [7 * day, day], [3 * day, day], [day], []],
  session: [[2 * hour, 30], [hour, 10], [30], [10], []],
  certificate: [[60 * day, 30 * day, 7 * day], [30 * day, 7 * day], [14 * day, day], [7 * day], []],
};

/** The usual choices and, where it is none of them, what a hand has written into the settings file. */
export const leadChoices = (kind: ThresholdKind, chosen: LeadMinutes): readonly LeadMinutes[] => {
  const usual = usualLeads[kind];
  return usual.some((leads) => String(leads) === String(chosen)) ? usual : [chosen, ...usual];
};

/** "3 and 1 days before", "Only when ended". In one unit: "1 hour and 10 minutes" would be one moment. */
export const formatLeads = (leads: LeadMinutes): string => {
  if (leads.length === 0) return 'Only when ended';
  const units = leads.map((lead) => inLargestUnit(lead)[1]);
  const unit = units.includes('minute') ? 'minute' : units.includes('hour') ? 'hour' : 'day';
  const counts = leads.map((lead) => String(lead / { minute: 1, hour, day }[unit]));
  const last = counts.pop() ?? '';
  const plural = counts.length > 0 || last !== '1' ? 's' : '';
  return `${counts.length === 0 ? last : `${counts.join(', ')} and ${last}`} ${unit}${plural} before`;
};
