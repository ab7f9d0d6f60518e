import { render } from '../../../core/report/render.ts';
import { SaveReport } from '../../parts/save-report.tsx';
import type { FindingsModel } from './model.ts';

/** Saves the report of all sites that are shown. */
export function ExportActions({ model }: { readonly model: FindingsModel }) {
  return (
    <SaveReport
      name="crumbtrail-report"
      make={(format) => {
        const audited = model.audited.peek();
        if (audited === null) return null;
        return render(audited.report, format, { texts: audited.texts, version: __VERSION__ });
      }}
    />
  );
}
