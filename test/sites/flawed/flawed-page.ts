import type { Request, Response } from 'express';
import type { Markup } from '../html.ts';

/** Answers with a page of the flawed site. */
export type FlawedPage = (request: Request, response: Response, title: string, body: Markup) => void;

/** In milliseconds: how long this site wants to be remembered. */
export const YEAR = 365 * 86_400_000;
