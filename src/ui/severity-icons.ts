import { CircleAlert, type IconNode, Info, OctagonAlert, TriangleAlert } from 'lucide';
import type { Severity } from '../core/audit/report.ts';

export const SEVERITY_ICONS: Readonly<Record<Severity, IconNode>> = {
  critical: OctagonAlert,
  high: OctagonAlert,
  medium: TriangleAlert,
  low: CircleAlert,
  info: Info,
};
