import express, { type Express } from 'express';
import { sendPixel } from './assets.ts';

/** A host of the same site that serves images, and sets a cookie for the whole site while it is at it. */
export function cdnApp(): Express {
  return express().get('/dot.gif', (_request, response) => {
    response.append('Set-Cookie', 'cdn_node=eu-1; Domain=flawed.test; Path=/; SameSite=Lax');
    sendPixel(response);
  });
}
