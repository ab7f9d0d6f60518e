import { CopyDialog } from './copy/dialog.tsx';
import { ExportDialog } from './export/dialog.tsx';
import { ImportDialog } from './import/dialog.tsx';
import type { Exchange } from './shown.ts';

interface ExchangeDialogProps {
  readonly exchange: Exchange;
  readonly onClose: () => void;
}

export function ExchangeDialog({ exchange, onClose }: ExchangeDialogProps) {
  switch (exchange.kind) {
    case 'import':
      return <ImportDialog file={exchange.file} onClose={onClose} />;
    case 'export':
      return <ExportDialog selected={exchange.selected} onClose={onClose} />;
    case 'copy':
      return <CopyDialog cookies={exchange.cookies} onClose={onClose} />;
  }
}
