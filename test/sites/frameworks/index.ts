import { expressSessionApps } from './express-session.ts';
import type { FrameworkApp } from './framework-app.ts';

export const frameworkApps: readonly FrameworkApp[] = [...expressSessionApps];
