/**
 * The panel's tabs, in order. A new feature is its folder and one entry here. The first is part of the first screen; the
 * others' code is loaded in idle time.
 */
import {
  ArrowRightLeft,
  Camera,
  ChartGantt,
  ClipboardCheck,
  Cookie,
  FlaskConical,
  Gauge,
  ShieldAlert,
  UserRoundKey,
} from 'lucide';
import { mountCookies } from './cookies/index.tsx';
import type { Feature } from './feature.ts';

export const features: readonly [Feature, ...Feature[]] = [
  { id: 'cookies', label: 'tab_cookies', icon: Cookie, load: () => mountCookies },
  {
    id: 'traffic',
    label: 'tab_traffic',
    icon: ArrowRightLeft,
    load: async () => (await import('./traffic/index.tsx')).mountTraffic,
  },
  {
    id: 'timeline',
    label: 'tab_timeline',
    icon: ChartGantt,
    load: async () => (await import('./timeline/index.tsx')).mountTimeline,
  },
  {
    id: 'sessions',
    label: 'tab_sessions',
    icon: UserRoundKey,
    load: async () => (await import('./sessions/index.tsx')).mountSessions,
  },
  {
    id: 'strength',
    label: 'tab_strength',
    icon: Gauge,
    load: async () => (await import('./strength/index.tsx')).mountStrength,
  },
  {
    id: 'findings',
    label: 'tab_findings',
    icon: ShieldAlert,
    load: async () => (await import('./findings/index.tsx')).mountFindings,
  },
  {
    id: 'login-run',
    label: 'tab_login_run',
    icon: ClipboardCheck,
    load: async () => (await import('./login-run/index.tsx')).mountLoginRun,
  },
  {
    id: 'snapshots',
    label: 'tab_snapshots',
    icon: Camera,
    load: async () => (await import('./snapshots/index.tsx')).mountSnapshots,
  },
  {
    id: 'what-if',
    label: 'tab_what_if',
    icon: FlaskConical,
    load: async () => (await import('./what-if/index.tsx')).mountWhatIf,
  },
];
