declare const __LENS_API_HOSTS__: string[] | undefined;
declare const __LENS_APP_HOSTS__: string[] | undefined;

/**
 * Hosts that this build supports in addition to the vendor's: `LENS_API_HOSTS` and
 * `LENS_APP_HOSTS`.
 */
export const buildApiHosts: readonly string[] =
  typeof __LENS_API_HOSTS__ === 'undefined' ? [] : __LENS_API_HOSTS__;

export const buildAppHosts: readonly string[] =
  typeof __LENS_APP_HOSTS__ === 'undefined' ? [] : __LENS_APP_HOSTS__;

declare const __LENS_TEXTS__: string | undefined;

/** Identifies the texts of this build, as another release may have other texts. */
export const buildTexts: string = typeof __LENS_TEXTS__ === 'undefined' ? '' : __LENS_TEXTS__;
