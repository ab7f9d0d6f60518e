/** A report in the format that is asked for. */
import type { Report } from '../audit/report.ts';
import type { RenderOptions, ReportFormat } from './formats.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

type Render = (report: Report, options: RenderOptions) => string;

const RENDERS: Readonly<Record<ReportFormat, Render>> = { text, json, markdown, html, sarif, junit };

/** Text of the whole file, ending with a line break. Values are in none but where the report itself was made with them. */
export function render(report: Report, format: ReportFormat, options: RenderOptions): string {
  return RENDERS[format](report, options);
}
