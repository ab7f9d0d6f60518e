/** Name of the preference; read before the tab's code is loaded. */
export const AUTOMATIC = 'snapshots.automatic';
