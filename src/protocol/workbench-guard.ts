/** Shapes of the workbench's calls. What a cookie may be is the engine's and the browser's to say; here it is only held in bounds. */
import type { BrowserCookie } from '../core/recording/fact.ts';
import {
  anyOf,
  boolean,
  finite,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  text,
  withOptional,
} from './shape.ts';
import { MOST_CHANGES, MOST_GUARDS, type WorkbenchCall, type WorkOrder } from './workbench.ts';

/** No browser stores a longer name or value (RFC 6265bis section 5.6): it is refused, with words, further on. */
const LONGEST = 20_000;
const long = text(LONGEST);
const short = text(2_000);

/** Schemeful site of a partition. */
const site = text(2_000, /^https?:\/\/[^/]/);

export const cookieShape: Shape<BrowserCookie> = withOptional(
  object({
    name: long,
    value: long,
    domain: short,
    hostOnly: boolean,
    path: long,
    secure: boolean,
    httpOnly: boolean,
    sameSite: oneOf('strict', 'lax', 'none', 'unspecified'),
    expires: orNull(finite),
    partitionKey: orNull(site),
  }),
  { hasCrossSiteAncestor: boolean, firstPartyDomain: short },
);

const change = object({ before: orNull(cookieShape), after: orNull(cookieShape) });

const order: Shape<WorkOrder> = object({
  id: text(100),
  step: oneOf('add', 'edit', 'delete', 'import'),
  changes: list(change, MOST_CHANGES),
});

const cookies = list(cookieShape, MOST_GUARDS);

export const workbenchCall: Shape<WorkbenchCall> = anyOf(
  object({ method: oneOf('work'), order }),
  object({ method: oneOf('stop-work') }),
  object({ method: oneOf('undo') }),
  object({ method: oneOf('redo') }),
  object({ method: oneOf('guard'), kind: oneOf('protect', 'block'), cookies }),
  object({ method: oneOf('unguard'), cookies }),
);
