/** The hosts of the apps whose URLs name mentors. */
const MENTOR_APPS = [
  'os.ibl.ai',
  'mentorai.iblai.app',
  'mentor.iblai.app',
  'mentorai.iblai.org',
  'mentor.iblai.tech',
  'app.ibl.ai',
];

/** Apps in whose URLs the third part is a page of the app. */
const OTHER_APPS = [
  'lms.ibl.ai',
  'skillsai.iblai.app',
  'skills.iblai.app',
  'lms.iblai.app',
  'crm.ibl.ai',
  'analytics.iblai.app',
];

const VENDOR_DOMAINS = /(^|\.)(ibl\.ai|iblai\.(app|org|tech))$/;

/** The app that a host serves; an organization's own domain has the mentor app below `/platform/`. */
export function siteOf(host: string, pathname: string): 'mentor' | 'learning' | 'plain' {
  if (MENTOR_APPS.includes(host)) return 'mentor';
  if (OTHER_APPS.includes(host)) return 'learning';
  const isApp = /^\/(platform|share)\//.test(pathname);
  return isApp && !VENDOR_DOMAINS.test(host) ? 'mentor' : 'plain';
}
