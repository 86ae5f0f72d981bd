import { siteOf } from './hosts';

/** The environment variables that an app's page publishes, by name. */
export type Published = Record<string, string>;

const VENDOR = /(^|\.)(ibl\.ai|iblai\.app)$/;

/** The script `/env.js` of an app, as the vendor's front ends serve it; null for what is no app. */
export function envScript(host: string, published: Published | null): string | null {
  // Of a site of its own only the pages below `/platform/` are an app.
  if (siteOf(host, '/platform/') === 'plain') return null;
  return `window.__ENV__ = ${JSON.stringify(published ?? usual(host))};\n`;
}

function usual(host: string): Published {
  return VENDOR.test(host)
    ? {
        NEXT_PUBLIC_API_BASE_URL: 'https://api.iblai.app',
        NEXT_PUBLIC_PLATFORM_BASE_DOMAIN: 'iblai.app',
      }
    : {
        NEXT_PUBLIC_API_BASE_URL: '',
        NEXT_PUBLIC_PLATFORM_BASE_DOMAIN: host.split('.').slice(1).join('.'),
      };
}
