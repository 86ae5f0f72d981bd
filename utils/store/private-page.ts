import { browser } from 'wxt/browser';

/**
 * Whether this page of ours is in a private window and has no databases there. Only in Firefox: in
 * Chromium our pages in private windows are those of the normal ones.
 */
export const isPrivatePage = (): boolean => browser.extension?.inIncognitoContext === true;
